import { availableParallelism } from 'node:os';
import { extname } from 'node:path/posix';
import { PARSED_EXTENSIONS } from '../documents/extensions.ts';
import type { FileContent } from '../readers/reader.ts';
import type { Source, SourceFile } from '../sources/source.ts';
import type { ContentCache } from './content-cache.ts';

/** A file with what was read from it. */
export interface ReadFile {
  file: SourceFile;
  content: FileContent;
}

/** A source and where what was read from it is kept. */
export interface Readable {
  source: Source;
  cache: Pick<ContentCache, 'content' | 'keepContent'>;
}

/** A file nobody has read yet, and where to keep what is read. */
export interface UnreadFile {
  file: SourceFile;
  bytes: Uint8Array;
  cache: Readable['cache'];
}

/**
 * From so many bytes on, threads beside this one are worth starting: with less, this one is through before they have
 * loaded the parsers. (A third of a second, in which it reads two thousand rules.)
 */
const WORTH_THREADS = 2_500_000;

/** What is to be read of one source; as {@link readContents}. */
export async function readContent(source: Source, cache: Readable['cache']): Promise<ReadFile[]> {
  const [contents = []] = await readContents([{ source, cache }]);
  return contents;
}

/**
 * Reads every file of some sources that a reader may want, each parsed at most once in its life: what the cache holds
 * is neither fetched nor parsed. Much of it is read by all cores; the result is the same, in the order of the files.
 *
 * @param threads How many may read.
 */
export async function readContents(
  sources: readonly Readable[],
  threads: number = availableParallelism(),
): Promise<ReadFile[][]> {
  const wanted = sources.map(({ source, cache }) =>
    source.files
      .filter((file) => PARSED_EXTENSIONS.has(extname(file.path).toLowerCase()))
      .map((file) => ({ file, content: cache.content(file) })),
  );
  const missing = sources.map((readable, index) => ({
    ...readable,
    files: wanted[index]?.flatMap(({ file, content }) => (content ? [] : [file])) ?? [],
  }));
  const bytes = missing.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0);
  if (missing.some(({ files }) => files.length > 0)) {
    // Parsers and readers take longer to load than a warm run takes altogether.
    if (threads > 1 && bytes >= WORTH_THREADS) {
      const { readInThreads } = await import('./read-in-threads.ts');
      await readInThreads(unread(missing), threads);
    } else {
      const { readHere } = await import('./read-here.ts');
      await readHere(unread(missing));
    }
  }
  return wanted.map((files, index) =>
    files.flatMap(({ file, content = sources[index]?.cache.content(file) }) =>
      content ? [{ file, content }] : [],
    ),
  );
}

async function* unread(
  missing: readonly (Readable & { files: readonly SourceFile[] })[],
): AsyncGenerator<UnreadFile, void> {
  for (const { source, cache, files } of missing) {
    for await (const { file, bytes } of source.read(files)) yield { file, bytes, cache };
  }
}
