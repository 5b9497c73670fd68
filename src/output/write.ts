import { readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes files under a folder. A file that already has the content is left alone, and a changed one is
 * replaced in one step, so that a reader (or a server) never sees half of it.
 *
 * @param files Path relative to `outDir`, forward slashes → content.
 * @returns The relative paths that were written, in the order given.
 */
export async function writeFiles(
  outDir: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string[]> {
  const written: string[] = [];
  for (const [path, content] of files) {
    if (await replaceWhenChanged(join(outDir, path), content)) written.push(path);
  }
  return written;
}

async function replaceWhenChanged(target: string, content: string | Uint8Array): Promise<boolean> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  // A thousand files that have not changed are the rule, and waiting for each costs more than asking for it.
  const present = statSync(target, { throwIfNoEntry: false });
  if (present?.size === bytes.length && readFileSync(target).equals(bytes)) return false;
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return true;
}
