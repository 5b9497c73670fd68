import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const DAY = 86_400_000;

/** What a folder of a cache may hold. */
export interface Bound {
  /** Files nobody used for this many days go. */
  days: number;
  /** Of the rest, those used last stay, up to this many bytes together. */
  bytes: number;
}

/** Parsed content of a hundred sources as large as SigmaHQ, of which a team may well have a few. */
const USUAL: Bound = { days: 30, bytes: 1024 ** 3 };

/**
 * Keeps a folder of files from growing for ever: what sources nobody names any more left behind goes by its age, and
 * a machine that reads everything under the sun by the sum. The file used last stays whatever its size, and a run that
 * still reads a file that goes has it open or in memory.
 */
export function boundFolder(folder: string, { days, bytes }: Bound = USUAL): void {
  try {
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ path: join(folder, name), stat: statSync(join(folder, name)) }))
      .sort((a, b) => b.stat.mtimeMs - a.stat.mtimeMs);
    let sum = 0;
    for (const [index, { path, stat }] of files.entries()) {
      sum += stat.size;
      if (index === 0) continue;
      if (sum > bytes || Date.now() - stat.mtimeMs > days * DAY) rmSync(path, { force: true });
    }
  } catch {
    // Another run was faster, or the folder is not ours to tidy: nothing is lost but room.
  }
}

/** Says of a file that it was used now. */
export function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // A cache that cannot be written to is good to read all the same.
  }
}
