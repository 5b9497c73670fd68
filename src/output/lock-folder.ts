import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { asOutputError, OutputError } from './output-error.ts';
import { isRunning, stagingPath } from './staging.ts';

const NAME = '.coverbook.lock';
const PAUSE_MS = 50;
/** Longer than any run writes; whoever holds the lock then has stopped, on another machine or in a debugger. */
const PATIENCE_MS = 60_000;

/**
 * Does something to a folder while no other run does: several files are then of one run. A lock that a killed run of
 * this machine left is taken over.
 *
 * @param folder Absolute path; made when it is not there.
 * @throws OutputError when another run does not let go of it, or the folder cannot be written to.
 */
export async function lockFolder<T>(
  folder: string,
  action: () => Promise<T>,
  patience = PATIENCE_MS,
): Promise<T> {
  const lock = join(folder, NAME);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw asOutputError(error, folder);
  });
  for (let waited = 0; !(await take(folder, lock)); waited += PAUSE_MS) {
    if (waited >= patience) throw held(folder, lock, (await holderOf(lock)) ?? 'nobody any more');
    await setTimeout(PAUSE_MS);
  }
  try {
    return await action();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(folder: string, lock: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx');
    try {
      await handle.writeFile(`${process.pid} ${hostname()}`);
    } catch (error) {
      await rm(lock, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw asOutputError(error, folder);
    await release(folder, lock);
    return false;
  }
}

/** Takes away a lock whose process has ended; a lock somebody took meanwhile is put back. */
async function release(folder: string, lock: string): Promise<void> {
  const holder = await holderOf(lock);
  if (holder === undefined || !isAbandoned(holder)) return;
  const aside = stagingPath(folder, 'coverbook', 'old');
  await rename(lock, aside).catch(() => undefined);
  if ((await holderOf(aside)) !== holder) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

async function holderOf(lock: string): Promise<string | undefined> {
  return await readFile(lock, 'utf8').catch(() => undefined);
}

function isAbandoned(holder: string): boolean {
  const [, pid, host] = /^(\d+) (.*)$/.exec(holder) ?? [];
  return host === hostname() && !isRunning(Number(pid));
}

function held(folder: string, lock: string, holder: string): OutputError {
  return new OutputError(
    `Another run is writing to ${folder} (process and machine: ${holder}).`,
    `Wait for it. Should there be none, remove ${lock}.`,
  );
}
