import { isDeepStrictEqual } from 'node:util';
import { decode } from '../../src/documents/decode.ts';
import type { Range } from '../../src/findings/finding.ts';
import type { Pointer } from '../../src/mapping/mapping.ts';
import type { FileContent, Reader } from '../../src/readers/reader.ts';
import { readFile } from '../read-file.ts';
import { READERS } from '../readers.ts';

/**
 * Reads bytes as a run does, looks up every place that was read, and holds what comes of it to its contract: plain
 * JSON with whole characters and finite numbers, places inside of the text, and the same again for the same bytes.
 *
 * @throws Error naming what does not hold.
 */
export function holdReading(path: string, bytes: Uint8Array): FileContent {
  const read = readFile(path, bytes);
  check(isDeepStrictEqual(readFile(path, bytes), read), 'the same bytes give something else');
  check(isDeepStrictEqual(JSON.parse(JSON.stringify(read)), read), 'what is read is not plain JSON');
  checkStrings(read, []);
  const decoded = decode(bytes);
  const text = 'text' in decoded ? decoded.text : '';
  const lines = text.split('\n');
  for (const { message, range } of [
    ...read.findings,
    ...read.threats.flatMap(({ findings = [] }) => findings),
  ]) {
    check(/^\S[^\n]*$/.test(message), `a message is no single line: ${JSON.stringify(message)}`);
    if (range) checkRange(range, lines, `of “${message}”`);
  }
  const reader = READERS.find(({ id }) => id === read.format);
  if (reader && 'text' in decoded) for (const place of placesIn(read)) checkPlace(reader, text, lines, place);
  return read;
}

interface PlaceRead {
  ordinal: number;
  pointer: Pointer;
}

function checkPlace(
  reader: Reader,
  text: string,
  lines: readonly string[],
  { ordinal, pointer }: PlaceRead,
): void {
  const name = JSON.stringify(pointer).slice(0, 200);
  const range = reader.locate(text, ordinal, pointer);
  if (range) checkRange(range, lines, `of ${name}`);
  const span = reader.valueSpan?.(text, ordinal, pointer);
  if (span)
    check(
      0 <= span.start && span.start <= span.end && span.end <= text.length,
      `the text of ${name} is outside: ${JSON.stringify(span)} of ${text.length}`,
    );
}

function checkRange(range: Range, lines: readonly string[], of: string): void {
  const { line, column, endLine, endColumn } = range;
  const isInside = (at: number, from: number): boolean =>
    Number.isInteger(at) && Number.isInteger(from) && from >= 1 && from <= (lines[at - 1]?.length ?? -1) + 1;
  check(
    isInside(line, column) && isInside(endLine, endColumn),
    `the range ${of} is outside of the text: ${JSON.stringify(range)} of ${lines.length} lines`,
  );
  check(
    line < endLine || (line === endLine && column <= endColumn),
    `the range ${of} ends before it begins: ${JSON.stringify(range)}`,
  );
}

function checkStrings(value: unknown, path: readonly string[]): void {
  const isWhole = typeof value !== 'string' || value.isWellFormed();
  check(isWhole, `half a character at ${path.join('.')}: ${JSON.stringify(value).slice(0, 200)}`);
  check(
    typeof value !== 'number' || Number.isFinite(value),
    `no number at ${path.join('.')}: ${String(value)}`,
  );
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    check(key.isWellFormed(), `half a character in a key at ${path.join('.')}`);
    checkStrings(inner, [...path, key]);
  }
}

function check(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

/** Every place of a file that something was read from. */
function placesIn(content: FileContent): PlaceRead[] {
  const { detections, playbooks, exercises, atomics, threats, decisions = [], visibility = [] } = content;
  return [
    ...detections.flatMap(({ ordinal, mappings, tactics, unrecognised = [] }) =>
      [...mappings, ...tactics, ...unrecognised].map(({ pointer }) => ({ ordinal, pointer })),
    ),
    ...decisions.flatMap(({ ordinal, techniques }) =>
      techniques.map(({ pointer }) => ({ ordinal, pointer })),
    ),
    ...visibility.map(({ ordinal, pointer }) => ({ ordinal, pointer })),
    ...[
      ...playbooks.flatMap(({ mappings, tactics }) => [...mappings, ...tactics]),
      ...exercises.flatMap(({ results }) => results.map(({ mapping }) => mapping)),
      ...atomics.map(({ mapping }) => mapping),
    ].map(({ pointer }) => ({ ordinal: 0, pointer })),
    ...threats.flatMap(({ actors, procedures, techniques, ordinal = 0 }) =>
      [...actors, ...[...procedures, ...techniques].map(({ mapping }) => mapping)].map(({ pointer }) => ({
        ordinal,
        pointer,
      })),
    ),
  ].slice(0, MAX_PLACES);
}

/** Each is looked up in a text parsed anew; the first show what all do. */
const MAX_PLACES = 40;
