import { extname } from 'node:path/posix';
import { parseFile } from '../documents/parse.ts';
import type { FileContent, Reader } from '../readers/reader.ts';
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
  readers: readonly Reader[],
  cache: ContentCache,
): Promise<ReadFile[]> {
  const extensions = new Set(readers.flatMap((reader) => reader.extensions));
  const wanted = source.files.filter((file) => extensions.has(extname(file.path).toLowerCase()));
  const known = new Map<SourceFile, FileContent>();
  const missing: SourceFile[] = [];
  for (const file of wanted) {
    const content = cache.get(file);
    if (content) known.set(file, content);
    else missing.push(file);
  }
  for await (const { file, bytes } of source.read(missing)) {
    known.set(file, readFile(file.path, bytes, readers));
  }
  const contents = wanted.flatMap((file) => {
    const content = known.get(file);
    return content ? [{ file, content }] : [];
  });
  cache.save(contents);
  return contents;
}

/** What one file holds: read by the first reader that recognises it. */
function readFile(path: string, bytes: Uint8Array, readers: readonly Reader[]): FileContent {
  const nothing: FileContent = {
    format: null,
    detections: [],
    playbooks: [],
    exercises: [],
    threats: [],
    regressions: [],
    findings: [],
  };
  const parsed = parseFile(path, bytes);
  if ('finding' in parsed) return { ...nothing, findings: [parsed.finding] };
  const findings = parsed.findings ?? [];
  const extension = extname(path).toLowerCase();
  const reader = readers.find(
    (candidate) => candidate.extensions.includes(extension) && candidate.recognises(parsed.file),
  );
  if (!reader) return { ...nothing, findings };
  const content = reader.read(parsed.file);
  return { ...nothing, ...content, format: reader.id, findings: [...findings, ...(content.findings ?? [])] };
}
