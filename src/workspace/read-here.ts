import type { UnreadFile } from './read-content.ts';
import { readFile } from './read-file.ts';

/** Reads files in this thread and keeps what they hold. */
export async function readHere(files: AsyncIterable<UnreadFile> | Iterable<UnreadFile>): Promise<void> {
  for await (const { file, bytes, cache } of files) cache.keepContent(file, await readFile(file.path, bytes));
}
