import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readCacheFile, writeCacheFile } from '../workspace/cache-file.ts';
import { describeFiles, isUntouched, type FileState } from './file-states.ts';

/** What a run wrote into a folder, and what it made that from. */
interface LastOutput {
  key: string;
  /** In the order they were named. */
  files: [path: string, ...FileState][];
}

const VERSION = '1';

/**
 * The files a run with the same key left in a folder, where all of them are still as it left them; undefined where
 * anything is to be written.
 *
 * @param key From `inputsKey`.
 * @returns Paths relative to the folder.
 */
export function outputAsLeft(cacheDir: string, folder: string, key: string): string[] | undefined {
  const last = readCacheFile(placeOf(cacheDir, folder), VERSION) as Partial<LastOutput> | undefined;
  if (last?.key !== key || !Array.isArray(last.files) || last.files.length === 0) return undefined;
  return last.files.every((file) => Array.isArray(file) && isAsDescribed(folder, file))
    ? last.files.map(([path]) => path)
    : undefined;
}

/** Remembers what a run wrote, for {@link outputAsLeft}. */
export function rememberOutput(cacheDir: string, folder: string, key: string, paths: Iterable<string>): void {
  const states = describeFiles(folder, paths);
  const files = [...states].map(([path, state]): LastOutput['files'][number] => [path, ...state]);
  writeCacheFile(placeOf(cacheDir, folder), VERSION, { key, files } satisfies LastOutput);
}

function isAsDescribed(folder: string, [path, ...state]: LastOutput['files'][number]): boolean {
  return typeof path === 'string' && isUntouched(folder, path, state);
}

function placeOf(cacheDir: string, folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(cacheDir, 'outputs', `${name}.json`);
}
