import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { bytesOf, type Content } from './content.ts';
import { assertInside } from './inside-output.ts';
import { asOutputError } from './output-error.ts';

/** Several threads write; one file after another, a thousand small ones take five times as long. */
const AT_ONCE = 16;

/**
 * Writes files into a folder nobody reads yet: each at once under its own name, and many at a time. Where somebody may be
 * reading, use `writeFiles`.
 *
 * @param files Path relative to the folder, forward slashes → content.
 * @throws OutputError when the file system refuses.
 */
export async function fillFolder(folder: string, files: ReadonlyMap<string, Content>): Promise<void> {
  assertInside(folder, files.keys());
  const limit = pLimit(AT_ONCE);
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  try {
    await limit.map(folders, (name) => mkdir(join(folder, name), { recursive: true }));
    await limit.map(files, ([path, content]) => writeFile(join(folder, path), bytesOf(content)));
  } catch (error) {
    throw asOutputError(error, folder);
  }
}
