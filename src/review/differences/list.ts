import type { Difference } from '../difference.ts';

/** What a list has more and less, each once and in its order; nothing where only the order differs. */
export function listDifference(
  name: string,
  before: readonly string[],
  after: readonly string[],
): Difference[] {
  const was = new Set(before);
  const is = new Set(after);
  const removed = [...was].filter((value) => !is.has(value));
  const added = [...is].filter((value) => !was.has(value));
  return removed.length + added.length === 0 ? [] : [{ kind: 'list', name, removed, added }];
}
