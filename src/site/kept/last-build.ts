import { createHash } from 'node:crypto';
import { copyFile, link, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import type { FileState } from '../../output/file-states.ts';
import { readCacheFile, writeCacheFile } from '../../workspace/cache-file.ts';

/** What a build left in its output folder, and what each file was made from. */
export interface LastBuild {
  /** Of all pages; see `siteKey`. */
  site: string;
  /** Names of scripts, styles and fonts, in order: pages link to them by name. */
  assets: readonly string[];
  /** File → what it was made from, and its state. */
  files: Record<string, readonly [key: string, ...FileState]>;
}

const VERSION = '1';
const AT_ONCE = 32;

/** What the cache knows of the output folder; undefined where it knows nothing. */
export function readLastBuild(cacheDir: string, outDir: string): LastBuild | undefined {
  return readCacheFile(placeOf(cacheDir, outDir), VERSION) as LastBuild | undefined;
}

export function writeLastBuild(cacheDir: string, outDir: string, build: LastBuild): void {
  writeCacheFile(placeOf(cacheDir, outDir), VERSION, build);
}

function placeOf(cacheDir: string, outDir: string): string {
  const name = createHash('sha256').update(outDir).digest('hex').slice(0, 16);
  return join(cacheDir, 'sites', `${name}.json`);
}

/**
 * Puts files of one folder into another, without copying their bytes where the file system can.
 *
 * @returns Whether no bytes had to be copied.
 * @throws Error when one of them is gone.
 */
export async function linkFiles(from: string, to: string, files: readonly string[]): Promise<boolean> {
  const folders = new Set(files.map((file) => dirname(file)));
  const limit = pLimit(AT_ONCE);
  await limit.map(folders, (folder) => mkdir(join(to, folder), { recursive: true }));
  let areLinked = true;
  await limit.map(files, (file) =>
    link(join(from, file), join(to, file)).catch(async (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
      areLinked = false;
      await copyFile(join(from, file), join(to, file));
    }),
  );
  return areLinked;
}
