import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copyFolder } from './copy-folder.ts';
import { asOutputError, OutputError } from './output-error.ts';
import { abandoned, stagingPath } from './staging.ts';

/** A folder that is written in full before anybody sees it. */
export interface Replacement {
  /** Absolute path of a new, empty folder to write to. */
  readonly folder: string;
  /** Puts it where it belongs, in place of what stood there. */
  commit(): void;
  /** Removes it; what stood there stays. */
  discard(): void;
}

/** What a rename answers where a folder is the root of a mount, or another file system begins. */
const IMMOVABLE = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES']);

/** What making a folder answers where one may not: another's folder, or a read-only one, around the one that is ours. */
const FORBIDDEN = new Set(['EPERM', 'EACCES', 'EROFS']);

/** What a rename answers when another run has just put its folder there. */
const TAKEN = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT']);

/**
 * Makes a folder beside another one that it is to replace: whoever is killed in between leaves the other whole. Node has
 * no way to exchange two folders at once, so there is a moment between two renames in which the old one is only to be
 * found under another name; a run that finds it there puts it back. Where two runs replace one folder, the last to end
 * has its way, and what stands there is of one of them.
 *
 * @param target Absolute path; need not exist. A symbolic link is followed, and stays.
 * @param rename For tests.
 * @throws OutputError when the file system refuses; then, and when `commit` throws, what stood there stays.
 */
export function replaceFolder(target: string, rename = renameSync): Replacement {
  const place = existsSync(target) ? realpathSync(target) : target;
  const folder = saying(target, () => makeStaging(place));
  return {
    folder,
    commit: () => {
      saying(target, () => {
        if (dirname(folder) === place) exchange(place, folder);
        else swap(place, folder, rename);
      });
    },
    discard: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Removes what runs that were killed have left beside a folder nobody is to replace. What cannot be removed stays, until
 * somebody does.
 */
export function tidyBeside(target: string): void {
  try {
    tidy(existsSync(target) ? realpathSync(target) : target);
  } catch {
    // The folder stands as it is to.
  }
}

/** Beside the place, or in it where only it is ours to write to. */
function makeStaging(place: string): string {
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new OutputError(
      `${place} is a file, and a folder is to be written there.`,
      'Move it away, or name another folder with --out.',
    );
  const folder = stagingPath(dirname(place), basename(place), 'new');
  try {
    mkdirSync(dirname(place), { recursive: true });
    tidy(place);
    mkdirSync(folder);
    return folder;
  } catch (error) {
    if (!hasCode(error, FORBIDDEN) || !existsSync(place)) throw error;
    return stageInside(place);
  }
}

function stageInside(place: string): string {
  for (const { path } of abandoned(place, basename(place))) rmSync(path, { recursive: true, force: true });
  const folder = stagingPath(place, basename(place), 'new');
  mkdirSync(folder);
  return folder;
}

function swap(place: string, folder: string, rename: typeof renameSync): void {
  const old = stagingPath(dirname(place), basename(place), 'old');
  for (;;) {
    try {
      if (existsSync(place)) rename(place, old);
    } catch (error) {
      if (hasCode(error, new Set(['ENOENT']))) continue;
      if (!hasCode(error, IMMOVABLE)) throw error;
      fill(place, folder);
      return;
    }
    try {
      rename(folder, place);
      break;
    } catch (error) {
      if (!existsSync(place) && existsSync(old)) rename(old, place);
      if (!hasCode(error, TAKEN) || !existsSync(folder)) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

/** A folder that cannot be moved gets other contents, once all of them lie on its own file system. */
function fill(place: string, folder: string): void {
  const inside = stageInside(place);
  try {
    copyFolder(folder, inside);
    exchange(place, inside);
  } finally {
    rmSync(inside, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Puts what lies in a folder inside the place at its top, and takes away all else. */
function exchange(place: string, inside: string): void {
  const old = stagingPath(place, basename(place), 'old');
  mkdirSync(old);
  const keep = new Set([basename(inside), basename(old)]);
  for (const name of readdirSync(place)) if (!keep.has(name)) renameSync(join(place, name), join(old, name));
  for (const name of readdirSync(inside)) renameSync(join(inside, name), join(place, name));
  for (const done of [old, inside]) rmSync(done, { recursive: true, force: true });
}

/** Ends what runs that were killed have begun; those that still run are left alone. */
function tidy(place: string): void {
  const left = abandoned(dirname(place), basename(place));
  const whole = left.find(({ kind }) => kind === 'old');
  if (whole && !existsSync(place)) renameSync(whole.path, place);
  for (const { path } of left) rmSync(path, { recursive: true, force: true });
}

function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  return codes.has((error as NodeJS.ErrnoException).code ?? '');
}

function saying<T>(place: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asOutputError(error, place);
  }
}
