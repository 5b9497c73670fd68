import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { editsOf } from './edits.ts';
import type { Segment } from './segments.ts';

/** A segment of each side that are the same one; without one side it came, or went. */
export interface Aligned {
  before?: Segment;
  after?: Segment;
}

/** Share of words two blocks of one kind have in common, from which they are the same block, rewritten. */
const ALIKE = 0.3;

/** What holds a place by itself: a cell stays that cell, whatever is written into it. */
const PLACES: ReadonlySet<string> = new Set([
  'td',
  'th',
  'table',
  'thead',
  'tbody',
  'div',
  'ul',
  'ol',
  'section',
  'details',
  'summary',
]);

/** Finds the segments of one side again on the other, in their order: those that stayed, then those that were rewritten. */
export function align(before: readonly Segment[], after: readonly Segment[]): Aligned[] {
  const aligned: Aligned[] = [];
  let gone: readonly Segment[] = [];
  for (const edit of editsOf(before, after, ({ seen }) => seen)) {
    if (edit.kind === 'removed') gone = edit.before;
    else {
      const pairs = edit.kind === 'added' ? rewritten(gone, edit.after) : rewritten(gone, []);
      aligned.push(...pairs);
      gone = [];
      if (edit.kind === 'added') continue;
      for (const [index, now] of edit.after.entries())
        aligned.push({ ...at(edit.before, index), after: now });
    }
  }
  return [...aligned, ...rewritten(gone, [])];
}

function at(segments: readonly Segment[], index: number): Pick<Aligned, 'before'> {
  const before = segments[index];
  return before ? { before } : {};
}

/** Pairs what stands where something else stood, each with the most alike of those that follow; what went comes first. */
function rewritten(before: readonly Segment[], after: readonly Segment[]): Aligned[] {
  const aligned: Aligned[] = [];
  let [from, came]: [number, Segment[]] = [0, []];
  for (const segment of after) {
    let best = { at: -1, likeness: 0 };
    for (let at = from; at < before.length; at += 1) {
      const other = before[at];
      const likeness = other ? likenessOf(other, segment) : 0;
      if (likeness > best.likeness) best = { at, likeness };
      if (likeness === 1) break;
    }
    if (best.at < 0) {
      came.push(segment);
      continue;
    }
    aligned.push(...replaced(before.slice(from, best.at), came), {
      ...at(before, best.at),
      after: segment,
    });
    [from, came] = [best.at + 1, []];
  }
  return [...aligned, ...replaced(before.slice(from), came)];
}

function replaced(gone: readonly Segment[], came: readonly Segment[]): Aligned[] {
  return [...gone.map((before) => ({ before })), ...came.map((after) => ({ after }))];
}

/** 0 for two that are not one another, up to 1. */
function likenessOf(before: Segment, after: Segment): number {
  if (before.kind === 'inline' || after.kind === 'inline') return before.kind === after.kind ? 1 : 0;
  if (before.node.tagName !== after.node.tagName) return 0;
  if (PLACES.has(after.node.tagName)) return 1;
  const [old, now] = [wordsOf(before.node), wordsOf(after.node)];
  const shared = [...now].filter((word) => old.has(word)).length;
  const likeness = old.size + now.size === 0 ? 1 : (2 * shared) / (old.size + now.size);
  return likeness < ALIKE ? 0 : likeness;
}

function wordsOf(node: ElementContent): Set<string> {
  return new Set(
    toString(node)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
}
