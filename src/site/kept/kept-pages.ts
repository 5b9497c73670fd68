import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describeFiles, isSameState, isUntouched, type FileState } from '../../output/file-states.ts';
import { readLastBuild, writeLastBuild, type LastBuild } from './last-build.ts';
import { linkInThread } from './link-files.ts';

/** Files of the last build that this one would write again, byte for byte. */
export interface KeptPages {
  /** By path from the root of the site. */
  readonly files: ReadonlySet<string>;
  /** Whether the folder that is made at once is among them. */
  readonly hasMade: boolean;
  /**
   * Puts them into the folder of this build, in which the files every page shares stand already. A thread does it.
   *
   * @returns False when they do not go with what else is there, or are gone: then all is to be built.
   */
  restore(folder: string): Promise<boolean>;
  /**
   * Keeps for the next build what stands in the folder.
   *
   * @param pages How many there are.
   */
  remember(folder: string, pages: number): void;
}

/** Builds everything, and remembers nothing. */
export const NOTHING_KEPT: KeptPages = {
  files: new Set(),
  hasMade: false,
  restore: () => Promise.resolve(true),
  remember: () => undefined,
};

/**
 * Finds out what of the last build stays.
 *
 * @param options.outDir Absolute path of the site that is to be replaced.
 * @param options.site What every page depends on; see `siteKey`.
 * @param options.keys What each file is made from beside that; files without a key are always written.
 * @param options.made A folder whose files are all made at once, and what from.
 * @param options.inputs What all of it is made from; absent where that is not known.
 * @param options.fresh Keeps nothing, but remembers.
 */
export function keptPages({
  cacheDir,
  outDir,
  site,
  keys,
  made,
  inputs,
  fresh = false,
}: {
  cacheDir: string;
  outDir: string;
  site: string;
  keys: ReadonlyMap<string, string>;
  made: { folder: string; key: string };
  inputs?: string | undefined;
  fresh?: boolean;
}): KeptPages {
  const last = fresh ? undefined : readLastBuild(cacheDir, outDir);
  const stays = (file: string, key: string | undefined): boolean =>
    last?.site === site && last.files[file]?.[0] === key && isAsLeft(outDir, file, last);
  const files = new Set([...keys].flatMap(([file, key]) => (stays(file, key) ? [file] : [])));
  const hasMade =
    isMadeFrom(last, made.folder, made.key) &&
    madeIn(last, made.folder).every((file) => stays(file, made.key));
  if (hasMade) for (const file of madeIn(last, made.folder)) files.add(file);
  let states: ReadonlyMap<string, FileState> = new Map();
  return {
    files,
    hasMade,
    async restore(folder) {
      if (!last || files.size === 0) return true;
      if (assetsOf(folder).join('\n') !== last.assets.join('\n')) return false;
      try {
        const linked = await linkInThread({ from: outDir, to: folder, files: [...files] });
        states = linked.to;
        // Another run may have replaced the site since it was looked at.
        return [...linked.from].every(([file, state]) => isSameState(stateIn(last, file), state));
      } catch {
        return false;
      }
    },
    remember(folder, pages) {
      const all = filesBelow(folder);
      const others = describeFiles(folder, new Set(all).difference(files));
      const keyOf = (file: string): string =>
        keys.get(file) ?? (file.startsWith(`${made.folder}/`) ? made.key : '');
      writeLastBuild(cacheDir, outDir, {
        ...(inputs !== undefined && { inputs }),
        site,
        pages,
        assets: assetsOf(folder),
        files: Object.fromEntries(
          [...states, ...others].map(([file, state]) => [file, [keyOf(file), ...state] as const]),
        ),
      });
    },
  };
}

/** Whether all of a folder that is made at once was made from this the last time, however it stands there now. */
export function isMadeFrom(last: LastBuild | undefined, folder: string, key: string): boolean {
  const files = madeIn(last, folder);
  return files.length > 0 && files.every((file) => last?.files[file]?.[0] === key);
}

function madeIn(last: LastBuild | undefined, folder: string): string[] {
  return Object.keys(last?.files ?? {}).filter((file) => file.startsWith(`${folder}/`));
}

function isAsLeft(outDir: string, file: string, last: LastBuild): boolean {
  const state = stateIn(last, file);
  return state !== undefined && isUntouched(outDir, file, state);
}

function stateIn({ files }: LastBuild, file: string): FileState | undefined {
  const [, ...state] = files[file] ?? [];
  return state.length === 2 ? state : undefined;
}

function assetsOf(folder: string): string[] {
  return filesBelow(folder, 'assets').sort();
}

/** Paths from the root of the site. */
function filesBelow(site: string, folder = ''): string[] {
  return readdirSync(join(site, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [relative(site, join(entry.parentPath, entry.name)).replaceAll(sep, '/')] : [],
  );
}
