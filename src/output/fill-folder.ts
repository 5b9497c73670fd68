import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Content } from './content.ts';
import { Encoder } from './encoder.ts';
import { assertInside } from './inside-output.ts';
import { asOutputError } from './output-error.ts';

/**
 * Writes files into a folder nobody reads yet: each at once under its own name. Where somebody may be reading, use
 * `writeFiles`.
 *
 * @param files Path relative to the folder, forward slashes → content.
 * @throws OutputError when the file system refuses.
 */
export function fillFolder(folder: string, files: ReadonlyMap<string, Content>): void {
  assertInside(folder, files.keys());
  const encoder = new Encoder();
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  try {
    for (const name of folders) mkdirSync(join(folder, name), { recursive: true });
    // Ten thousand small files are written sooner than others are asked to, and one text is held at a time.
    for (const [path, content] of files) writeFileSync(join(folder, path), encoder.encode(content));
  } catch (error) {
    throw asOutputError(error, folder);
  }
}
