/** What an item may be known by; undefined where it has no such name. */
export type Name<T> = (item: T) => string | undefined;

/** A way to know an item again. */
export interface Way<T, By> {
  before: Name<T>;
  /** What the same item is called later; without it, the same. */
  after?: Name<T>;
  by?: By;
}

/** Two states of one item. Absent on one side: it came, or went. */
export interface NamedPair<T, By> {
  before?: T;
  after?: T;
  /** The way by which it was known again, where that has a name. */
  by?: By;
}

/**
 * Finds the items of one state again in another, by each way in turn, surest first. A name two items of a side share
 * tells neither. Pairs in the order of the ways, then what went, then what came.
 */
export function pairByNames<T, By = never>(
  before: readonly T[],
  after: readonly T[],
  ways: readonly Way<T, By>[],
): NamedPair<T, By>[] {
  const pairs: NamedPair<T, By>[] = [];
  const left = new Set(before);
  const right = new Set(after);
  for (const way of ways) {
    if (left.size === 0 || right.size === 0) break;
    const here = unique(right, way.after ?? way.before);
    for (const [name, old] of unique(left, way.before)) {
      const found = here.get(name);
      if (!old || !found) continue;
      pairs.push({ before: old, after: found, ...(way.by !== undefined && { by: way.by }) });
      left.delete(old);
      right.delete(found);
    }
  }
  for (const item of left) pairs.push({ before: item });
  for (const item of right) pairs.push({ after: item });
  return pairs;
}

/** Items by a name; null for a name several have. */
function unique<T>(items: ReadonlySet<T>, nameOf: Name<T>): Map<string, T | null> {
  const named = new Map<string, T | null>();
  for (const item of items) {
    const name = nameOf(item);
    if (name !== undefined) named.set(name, named.has(name) ? null : item);
  }
  return named;
}
