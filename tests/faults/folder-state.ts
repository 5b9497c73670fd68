import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder by its path, with a hash of its bytes: what must be whole. Empty where there is no folder. */
export function stateOf(folder: string): Map<string, string> {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    files
      .filter((path) => lstatSync(join(folder, path)).isFile())
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  );
}
