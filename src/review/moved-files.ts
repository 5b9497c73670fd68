import { fileNames, type Comparison } from './comparison.ts';
import type { ChangedPair, Item } from './item-changes.ts';

/**
 * File before → file after, of those Git takes for renamed and those an item is known again in. A file that is still
 * there did not move, whatever of it went elsewhere.
 */
export function movedFiles(
  { base, head, renamed }: Comparison,
  pairs: readonly ChangedPair<Item>[],
): Map<string, string> {
  const [fileBefore, fileAfter] = [fileNames(base), fileNames(head)];
  const ofItems = pairs.flatMap(({ pair: { before, after } }): [string, string][] =>
    before && after && fileBefore(before) !== fileAfter(after)
      ? [[fileBefore(before), fileAfter(after)]]
      : [],
  );
  if (ofItems.length === 0) return new Map(renamed);
  const there = new Set(
    head.sources.flatMap(({ source: { spec, files } }) =>
      files.map(({ path }) => fileAfter({ source: spec.name, path })),
    ),
  );
  return new Map([...renamed, ...ofItems.filter(([before]) => !there.has(before))]);
}
