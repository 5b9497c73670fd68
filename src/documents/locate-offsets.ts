import type { Range } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';

/** A place told by offsets, for languages without keys: `end` is exclusive. Only `locateOffsets` understands it. */
export function offsetPointer(start: number, end: number): Pointer {
  return [start, end];
}

/** The range of an `offsetPointer`, cut at the end of its first line; of any other pointer, nothing. */
export function locateOffsets(text: string, _ordinal: number, pointer: Pointer): Range | undefined {
  const [start, end] = pointer;
  if (typeof start !== 'number' || typeof end !== 'number' || start > text.length) return undefined;
  const before = text.slice(0, start);
  const line = before.split('\n').length;
  const column = start - before.lastIndexOf('\n');
  const shown = (text.slice(start, end).split('\n')[0] ?? '').trimEnd();
  return { line, column, endLine: line, endColumn: column + Math.max(1, shown.length) };
}
