import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FileState } from '../../output/file-states.ts';
import { readCacheFile, writeCacheFile } from '../../workspace/cache-file.ts';

/** What a build left in its output folder, and what each file was made from. */
export interface LastBuild {
  /** Of all it was made from, see `inputsKey`; absent where that is not known. */
  inputs?: string;
  /** Of all pages; see `siteKey`. */
  site: string;
  /** How many there are. */
  pages: number;
  /** Names of scripts, styles and fonts, in order: pages link to them by name. */
  assets: readonly string[];
  /** Every file → what it was made from, where that is told of it alone, and its state. */
  files: Record<string, readonly [key: string, ...FileState]>;
}

const VERSION = '2';

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
