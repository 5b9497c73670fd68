import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { readEntry, writeWhole, type Entry } from '../workspace/pack-file.ts';

/** Texts by key that are on the disk meanwhile, and gone when this process is. */
export interface SpilledTexts {
  get(key: string): Buffer | undefined;
  /** Where the disk is full or not ours to write to, the text is forgotten. */
  set(key: string, text: Buffer): void;
  close(): void;
}

/**
 * @param folder Where the file lies, under no name as soon as it is open: nobody else reads it, and whoever is killed
 *   leaves nothing.
 */
export function spillTexts(folder: string): SpilledTexts {
  const entries = new Map<string, Entry>();
  let file: number | undefined;
  let end = 0;
  let isLost = false;
  return {
    get: (key) => (file === undefined ? undefined : readEntry(file, entries.get(key))),
    set(key, text) {
      if (isLost) return;
      try {
        file ??= openNameless(folder);
        writeWhole(file, text);
        entries.set(key, [end, text.length, crc32(text)]);
        end += text.length;
      } catch {
        isLost = true;
      }
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

function openNameless(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `.spill-${process.pid}`);
  const file = openSync(path, 'w+');
  rmSync(path, { force: true });
  return file;
}
