import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';

/** Bytes of a file and when it was written (milliseconds), as Git's index has it. */
export type FileState = readonly [size: number, mtime: number];

const AT_ONCE = 32;

/** Whether a file of a folder is still as it was described. */
export function isUntouched(folder: string, file: string, state: FileState): boolean {
  const now = statSync(join(folder, file), { throwIfNoEntry: false });
  return now?.isFile() === true && isSameState(state, [now.size, now.mtimeMs]);
}

export function isSameState(one: FileState | undefined, other: FileState): boolean {
  return one?.[0] === other[0] && one[1] === other[1];
}

/** What files of a folder look like now, by path. */
export async function describeFiles(
  folder: string,
  files: Iterable<string>,
): Promise<Map<string, FileState>> {
  const states = await pLimit(AT_ONCE).map(files, async (file) => {
    const { size, mtimeMs } = await stat(join(folder, file));
    return [file, [size, mtimeMs] as const] as const;
  });
  return new Map(states);
}
