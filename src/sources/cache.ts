import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SourceError } from './source-error.ts';
import { reasonOf } from './walk.ts';

/** A short name for what a cache entry depends on; equal parts give equal keys. */
export function cacheKey(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** A name beside `place` that no other run uses, on the same file system, so that a rename is atomic. */
export function temporaryName(place: string): string {
  return join(dirname(place), `.${basename(place)}.${process.pid}.${randomUUID().slice(0, 8)}`);
}

/** Writes a file so that readers see the old or the new content, never a part. */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const temporary = temporaryName(file);
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(temporary, text);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Makes a folder once: `fill` gets an empty temporary folder, which then takes its place. When another run was
 * faster, its folder stays and this one's is thrown away.
 * @throws {SourceError} when there is no writing to the cache
 */
export async function makeFolderOnce(
  folder: string,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = temporaryName(folder);
  await mkdir(temporary, { recursive: true }).catch((cause: unknown) => {
    throw new SourceError(
      'unreadable',
      `The cache, which clones and bundles need, cannot be written to: ${dirname(folder)} (${reasonOf(cause)})`,
      'Give the right to write there, make room, or name another folder in `COVERBOOK_CACHE`.',
      { cause },
    );
  });
  try {
    await fill(temporary);
    await rename(temporary, folder).catch((error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

const DAY = 86_400_000;

/**
 * Removes entries of a folder that start with `prefix`, except `keep`, and were last changed over a day ago: another
 * run may still read a younger one.
 */
export async function dropStale(folder: string, prefix: string, keep: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.replace(/^\./, '').startsWith(prefix) || name === keep) continue;
    const entry = join(folder, name);
    const changed = (await stat(entry).catch(() => undefined))?.mtimeMs;
    if (changed !== undefined && Date.now() - changed > DAY)
      // A cache that is read-only stays as large as it is.
      await rm(entry, { recursive: true, force: true }).catch(() => undefined);
  }
}
