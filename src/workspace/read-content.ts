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

/**
 * Reads every file of a source that a reader may want, each parsed at most once in its life: what the cache
 * holds is neither fetched nor parsed.
 */
export async function readContent(
  source: Source,
  cache: Pick<ContentCache, 'content' | 'keepContent'>,
): Promise<ReadFile[]> {
  const wanted = source.files.filter((file) => PARSED_EXTENSIONS.has(extname(file.path).toLowerCase()));
  const missing = wanted.filter((file) => cache.content(file) === undefined);
  if (missing.length > 0) {
    // Parsers and readers take longer to load than a warm run takes altogether.
    const { readFile } = await import('./read-file.ts');
    for await (const { file, bytes } of source.read(missing)) {
      cache.keepContent(file, readFile(file.path, bytes));
    }
  }
  return wanted.flatMap((file) => {
    const content = cache.content(file);
    return content ? [{ file, content }] : [];
  });
}
