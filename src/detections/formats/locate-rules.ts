import { lineIndex } from '../../documents/line-index.ts';
import { locateOffsets, offsetPointer } from '../../documents/locate-offsets.ts';
import type { Range } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';

/** Where a rule stands, as offsets; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The `locate` of a language with many rules a file: an offset pointer leads to its offsets, the empty pointer to the
 * rule itself. Findings come file by file, thousands of one file in a row, so the last text is kept taken apart.
 *
 * @param rulesOf The rules of a text in the order of their ordinals.
 */
export function locateRules(
  rulesOf: (text: string) => readonly Span[],
): (text: string, ordinal: number, pointer: Pointer) => Range | undefined {
  let last: { text: string; rules: readonly Span[]; line: (offset: number) => number } | undefined;
  return (text, ordinal, pointer) => {
    if (last?.text !== text) last = { text, rules: rulesOf(text), line: lineIndex(text) };
    const rule = last.rules[ordinal];
    const place = pointer.length === 0 && rule ? offsetPointer(rule.start, rule.end) : pointer;
    const [start, end] = place;
    if (typeof start !== 'number' || typeof end !== 'number' || start > text.length) return undefined;
    // Only the line it stands on is handed on: a copy of all before it for each finding would be quadratic.
    const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = text.indexOf('\n', start);
    const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
    const range = locateOffsets(
      line,
      0,
      offsetPointer(start - lineStart, Math.min(end - lineStart, line.length)),
    );
    const number = last.line(start);
    return range && { ...range, line: number, endLine: number };
  };
}
