import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { copyFile, link, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { readCacheFile, writeCacheFile } from '../../workspace/cache-file.ts';

/** What a build left in its output folder, and what each file was made from. */
export interface LastBuild {
  /** Of all pages; see `siteKey`. */
  site: string;
  /** Names of scripts, styles and fonts, in order: pages link to them by name. */
  assets: readonly string[];
  /** File → what it was made from, its bytes and when it was written (milliseconds), as Git's index has it. */
  files: Record<string, readonly [key: string, size: number, mtime: number]>;
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

/** Whether a file is still as the last build left it. */
export function isUntouched(outDir: string, file: string, { files }: LastBuild): boolean {
  const [, size, mtime] = files[file] ?? [];
  const now = statSync(join(outDir, file), { throwIfNoEntry: false });
  return now?.isFile() === true && now.size === size && now.mtimeMs === mtime;
}

/**
 * Puts files of one folder into another, without copying their bytes where the file system can.
 *
 * @throws Error when one of them is gone.
 */
export async function linkFiles(from: string, to: string, files: readonly string[]): Promise<void> {
  const folders = new Set(files.map((file) => dirname(file)));
  const limit = pLimit(AT_ONCE);
  await limit.map(folders, (folder) => mkdir(join(to, folder), { recursive: true }));
  await limit.map(files, (file) =>
    link(join(from, file), join(to, file)).catch(async (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
      await copyFile(join(from, file), join(to, file));
    }),
  );
}

/** What the files of a folder look like now, by name. */
export async function describeFiles(
  folder: string,
  keys: ReadonlyMap<string, string>,
): Promise<LastBuild['files']> {
  const limit = pLimit(AT_ONCE);
  const described = await limit.map(keys, async ([file, key]) => {
    const { size, mtimeMs } = await stat(join(folder, file));
    return [file, [key, size, mtimeMs]] as const;
  });
  return Object.fromEntries(described);
}
