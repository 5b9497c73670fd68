import { locateOffsets } from '../../documents/locate-offsets.ts';
import type { Range } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';

/** The row or heading that says who the hunt is about. */
const ACTOR = /(?:\|[ \t]*|^#{1,6}[ \t]+)\**(?:threat )?(?:actor|adversary)/im;

/** Where a pointer of a format without keys leads: a place told by offsets, the actor's row, else the first line. */
export function locateInBody(text: string, ordinal: number, pointer: Pointer): Range {
  const first = { line: 1, column: 1, endLine: 1, endColumn: Math.max(2, text.search(/\r?\n|$/) + 1) };
  if (pointer[0] !== 'actors') return locateOffsets(text, ordinal, pointer) ?? first;
  const match = ACTOR.exec(text);
  if (!match) return first;
  return locateOffsets(text, ordinal, [match.index, match.index + match[0].length]) ?? first;
}

/** The text a place told by offsets covers; the pointers of formats without keys cover exactly what is written. */
export function spanInBody(
  text: string,
  _ordinal: number,
  pointer: Pointer,
): { start: number; end: number } | undefined {
  const [start, end] = pointer;
  return typeof start === 'number' && typeof end === 'number' && end <= text.length
    ? { start, end }
    : undefined;
}
