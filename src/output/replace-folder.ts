import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

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

/**
 * Makes a folder beside another one that it is to replace: whoever is killed in between leaves the other whole. Node has
 * no way to exchange two folders at once, so there is a moment between two renames in which the old one is only to be
 * found under another name; a run that finds it there puts it back.
 *
 * @param target Absolute path; need not exist. A symbolic link is followed, and stays.
 * @param rename For tests.
 */
export function replaceFolder(target: string, rename = renameSync): Replacement {
  const place = existsSync(target) ? realpathSync(target) : target;
  mkdirSync(dirname(place), { recursive: true });
  tidy(place);
  const folder = besides(place, 'new');
  mkdirSync(folder);
  return {
    folder,
    commit: () => {
      const old = besides(place, 'old');
      try {
        if (existsSync(place)) rename(place, old);
      } catch (error) {
        if (!IMMOVABLE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
        fill(place, folder);
        return;
      }
      rename(folder, place);
      rmSync(old, { recursive: true, force: true });
    },
    discard: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder that cannot be moved gets other contents. */
function fill(place: string, folder: string): void {
  for (const name of readdirSync(place)) rmSync(join(place, name), { recursive: true, force: true });
  cpSync(folder, place, { recursive: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Ends what runs that were killed have begun; those that still run are left alone. */
function tidy(place: string): void {
  const parent = dirname(place);
  const left = readdirSync(parent).flatMap((name) => {
    const [, of, kind, pid] = /^\.(.+)\.(new|old)-(\d+)-[0-9a-f-]+$/.exec(name) ?? [];
    return of === basename(place) && !isRunning(Number(pid)) ? [{ path: join(parent, name), kind }] : [];
  });
  const whole = left.find(({ kind }) => kind === 'old');
  if (whole && !existsSync(place)) renameSync(whole.path, place);
  for (const { path } of left) rmSync(path, { recursive: true, force: true });
}

/** A name nobody has, which says whose it is. */
function besides(place: string, kind: 'new' | 'old'): string {
  return join(dirname(place), `.${basename(place)}.${kind}-${String(process.pid)}-${randomUUID()}`);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one as well.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
