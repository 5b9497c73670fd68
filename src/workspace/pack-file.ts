import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { replaceCacheFile } from './cache-file.ts';

/**
 * Texts by key in one file, read one at a time where they lie: all of a large site's together would be a hundred
 * megabytes that most builds look up a few of. The file has a line of its own format, version and where its list of
 * texts begins, then the texts, then that list.
 */
export interface PackFile {
  keys(): Iterable<string>;
  readonly size: number;
  /** Undefined when it is not there, or not as it was written. */
  get(key: string): Buffer | undefined;
  close(): void;
}

/** Where a text lies: offset, bytes, checksum. */
export type Entry = readonly [offset: number, length: number, checksum: number];

const FORMAT = 'coverbook-pack-1';

const NOTHING: PackFile = { keys: () => [], size: 0, get: () => undefined, close: () => undefined };

/** Opens a pack written by the same version. One that is cut off, altered, or of another make holds nothing. */
export function openPack(path: string, version: string): PackFile {
  let file: number | undefined;
  try {
    const opened = (file = openSync(path, 'r'));
    const entries = readEntries(opened, version);
    return {
      keys: () => entries.keys(),
      size: entries.size,
      get: (key) => readEntry(opened, entries.get(key)),
      close: () => {
        closeSync(opened);
      },
    };
  } catch {
    if (file !== undefined) closeSync(file);
    return NOTHING;
  }
}

/**
 * Puts a new pack in place of an old one, which may still be read; a failure leaves the old one.
 *
 * @param texts Each is written before the next is asked for.
 */
export function writePack(
  path: string,
  version: string,
  texts: Iterable<readonly [key: string, text: Uint8Array]>,
): void {
  replaceCacheFile(path, (temporary) => {
    const file = openSync(temporary, 'w');
    try {
      let offset = writeSync(file, head(version, 0, 0));
      const entries: [string, Entry][] = [];
      for (const [key, text] of texts) {
        writeWhole(file, text);
        entries.push([key, [offset, text.length, crc32(text)]]);
        offset += text.length;
      }
      const list = Buffer.from(JSON.stringify(entries));
      writeWhole(file, list);
      writeSync(file, head(version, offset, crc32(list)), 0);
    } finally {
      closeSync(file);
    }
  });
}

/** One text, if it can be read and is as it was written. */
export function readEntry(file: number, entry: Entry | undefined): Buffer | undefined {
  if (!entry) return undefined;
  const [offset, length, checksum] = entry;
  try {
    const text = Buffer.allocUnsafe(length);
    const isWhole = readSync(file, text, 0, length, offset) === length;
    return isWhole && crc32(text) === checksum ? text : undefined;
  } catch {
    return undefined;
  }
}

/** @throws Error when the device takes only a part, as a full one may. */
export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

/** @throws Error when the file is not one of ours, of this version, and whole. */
function readEntries(file: number, version: string): Map<string, Entry> {
  const blank = head(version, 0, 0);
  const { size } = fstatSync(file);
  const first = Buffer.alloc(blank.length);
  readSync(file, first, 0, blank.length, 0);
  const [, start = '', checksum = ''] =
    /([0-9a-f]{12}) ([0-9a-f]{8})\n$/.exec(first.toString('latin1')) ?? [];
  const offset = Number.parseInt(start, 16);
  const list = readEntry(file, [offset, size - offset, Number.parseInt(checksum, 16)]);
  if (!list || first.toString('latin1') !== head(version, offset, crc32(list))) throw new Error('No pack.');
  return new Map(JSON.parse(list.toString()) as [string, Entry][]);
}

/** Always as long, since what it tells is known last. */
function head(version: string, offset: number, checksum: number): string {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  return `${FORMAT} ${version} ${hex(offset, 12)} ${hex(checksum, 8)}\n`;
}
