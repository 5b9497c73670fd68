import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a file and when it was written (milliseconds), as Git's index has it. */
export type FileState = readonly [size: number, mtime: number];

/** Whether a file of a folder is still as it was described. */
export function isUntouched(folder: string, file: string, state: FileState): boolean {
  const now = statSync(join(folder, file), { throwIfNoEntry: false });
  return now?.isFile() === true && isSameState(state, [now.size, now.mtimeMs]);
}

export function isSameState(one: FileState | undefined, other: FileState): boolean {
  return one?.[0] === other[0] && one[1] === other[1];
}

/** What files of a folder look like now, by path. */
export function describeFiles(folder: string, files: Iterable<string>): Map<string, FileState> {
  const states = new Map<string, FileState>();
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(folder, file));
    states.set(file, [size, mtimeMs]);
  }
  return states;
}
