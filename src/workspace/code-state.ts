import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '..');

/**
 * What this program is, told by name, size and time of each of its files and of its manifest: quicker than reading
 * them, and enough where a mistake costs nothing but doing again what is done.
 */
export function codeState(): string {
  const digest = createHash('sha256');
  const files = readdirSync(PROGRAM, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
  for (const file of [...files.sort(), join(PROGRAM, '../package.json')]) {
    const { size, mtimeMs } = statSync(file);
    digest.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return digest.digest('base64url');
}
