import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isUntouched } from '../../output/file-states.ts';
import { digestOfFiles } from '../digest-of-files.ts';
import { PACKAGE_ROOT, SITE_TEXTS } from '../package-root.ts';
import { readLastBuild } from './last-build.ts';

/**
 * How many pages the last build into a folder made, where it was from the same inputs and the folder holds just what it
 * left there; undefined where there is something to do.
 *
 * @param inputs From `inputsKey`.
 */
export function siteAsLeft(cacheDir: string, outDir: string, inputs: string): number | undefined {
  const last = readLastBuild(cacheDir, outDir);
  if (last?.inputs !== inputs) return undefined;
  const files = Object.entries(last.files);
  const isWhole = files.every(([file, [, ...state]]) => isUntouched(outDir, file, state));
  return isWhole && countFiles(outDir) === files.length ? last.pages : undefined;
}

/** A digest of the files of this package that stand on every site, its code left out. */
export function packageTexts(): string {
  return SITE_TEXTS.map((part) => digestOfFiles(join(PACKAGE_ROOT, part)) ?? '').join(' ');
}

function countFiles(folder: string): number {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).length;
  } catch {
    return 0;
  }
}
