import { closeSync, openSync, readFileSync, writeSync, writevSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { replaceCacheFile } from './cache-file.ts';

/**
 * Many ASCII texts by key in one file, so that each is decoded and parsed only when somebody asks for it, and goes into
 * the next file as the bytes it is. The file has a line of its own format, version and checksum, then a line for each
 * text: the key as JSON, a tab, the text.
 */
export type StoredTexts = Map<string, Buffer>;

const FORMAT = 'coverbook-texts-1';
const [LINE_FEED, TAB] = [0x0a, 0x09];

/**
 * The texts of a file written by the same version. One that is cut off, altered, or of another make holds none.
 *
 * @param version Changes whenever what is kept may be out of date.
 */
export function readTexts(path: string, version: string): StoredTexts {
  try {
    const file = readFileSync(path);
    const start = file.indexOf(LINE_FEED) + 1;
    const body = file.subarray(start);
    return file.toString('latin1', 0, start) === head(version, crc32(body))
      ? parseLines(body)
      : new Map<string, Buffer>();
  } catch {
    return new Map<string, Buffer>();
  }
}

/**
 * Replaces the file in one step. One that cannot be written costs the next run time and nothing else.
 *
 * @param texts Asked for one after another, so that not all of them need be there at once.
 */
export function writeTexts(
  path: string,
  version: string,
  texts: Iterable<readonly [key: string, text: Buffer]>,
): void {
  replaceCacheFile(path, (temporary) => {
    const file = openSync(temporary, 'w');
    try {
      let checksum = 0;
      writeSync(file, head(version, checksum));
      for (const pieces of inPieces(texts)) {
        for (const piece of pieces) checksum = crc32(piece, checksum);
        // A device that takes only a part leaves a file whose checksum is wrong: a miss.
        writevSync(file, pieces);
      }
      writeSync(file, head(version, checksum), 0);
    } finally {
      closeSync(file);
    }
  });
}

/** Frees what the texts of a large file take at once: the collector sees some small objects, and is in no hurry. */
export function freeTexts(texts: StoredTexts): void {
  const [text] = texts.values();
  // A small file shares its memory with whatever else was small.
  if (text && text.buffer.byteLength > 1_000_000 && text.buffer instanceof ArrayBuffer)
    text.buffer.transfer(0);
  texts.clear();
}

/** Always as long, since the checksum is known last. */
function head(version: string, checksum: number): string {
  return `${FORMAT} ${version} ${checksum.toString(16).padStart(8, '0')}\n`;
}

/** Neither a key as JSON nor an ASCII text as JSON holds a bare tab or line feed. */
function parseLines(body: Buffer): StoredTexts {
  const texts: StoredTexts = new Map();
  for (let from = 0; from < body.length;) {
    const tab = body.indexOf(TAB, from);
    const end = body.indexOf(LINE_FEED, tab);
    texts.set(JSON.parse(body.toString('utf8', from, tab)) as string, body.subarray(tab + 1, end));
    from = end + 1;
  }
  return texts;
}

/** Lines in as many pieces as a system takes at once. */
function* inPieces(texts: Iterable<readonly [key: string, text: Buffer]>): Generator<Buffer[]> {
  const end = Buffer.of(LINE_FEED);
  let pieces: Buffer[] = [];
  for (const [key, text] of texts) {
    pieces.push(Buffer.from(`${JSON.stringify(key)}\t`), text, end);
    if (pieces.length < 900) continue;
    yield pieces;
    pieces = [];
  }
  if (pieces.length > 0) yield pieces;
}
