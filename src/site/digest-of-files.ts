import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Of the bytes of a file, or the names and bytes of those below a folder; undefined where neither is there. */
export function digestOfFiles(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  const files = found.isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
      )
    : [path];
  const digest = createHash('sha256');
  for (const file of files.sort()) {
    const bytes = readFileSync(file);
    digest.update(`${relative(path, file)}\0${String(bytes.length)}\0`).update(bytes);
  }
  return digest.digest('hex');
}
