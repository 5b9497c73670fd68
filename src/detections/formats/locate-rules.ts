import { type Position, positionIndex } from '../../documents/line-index.ts';
import type { Range } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';

/** Where a rule stands, as offsets; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The `locate` of a language with many rules a file: an offset pointer leads to its offsets, cut at the end of its
 * first line, the empty pointer to the rule itself. Findings come file by file, thousands of one file in a row, so the
 * last text is kept taken apart.
 *
 * @param rulesOf The rules of a text in the order of their ordinals.
 */
export function locateRules(
  rulesOf: (text: string) => readonly Span[],
): (text: string, ordinal: number, pointer: Pointer) => Range | undefined {
  let last: { text: string; rules: readonly Span[]; position: (offset: number) => Position } | undefined;
  return (text, ordinal, pointer) => {
    if (last?.text !== text) last = { text, rules: rulesOf(text), position: positionIndex(text) };
    const rule = last.rules[ordinal];
    const [start, end] = pointer.length === 0 && rule ? [rule.start, rule.end] : pointer;
    if (typeof start !== 'number' || typeof end !== 'number' || start > text.length) return undefined;
    const { line, column } = last.position(start);
    const shown = (text.slice(start, end).split('\n', 1)[0] ?? '').trimEnd();
    return { line, column, endLine: line, endColumn: column + Math.max(1, shown.length) };
  };
}
