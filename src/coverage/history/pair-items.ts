import type { SeenItem } from './assessed-point.ts';

/** Two states of one item. Absent on one side: it came, or went. */
export interface ItemPair {
  before?: SeenItem;
  after?: SeenItem;
}

/** Ways to know an item again, surest first. A thing two items share tells neither. */
const WAYS: readonly ((item: SeenItem) => string | undefined)[] = [
  ({ kind, key, id }) => `${kind} ${key} ${id ?? ''}`,
  ({ kind, id }) => (id === undefined ? undefined : `${kind} ${id}`),
  ({ kind, key }) => `${kind} ${key}`,
  ({ kind, file }) => `${kind} ${file}`,
  ({ kind, title }) => `${kind} ${title.trim().toLowerCase()}`,
];

/**
 * Finds the items of one point again at the next: by key and own id together, then by id, by key, by file and by title.
 * A rule that was moved, renamed or got a new id is the same rule.
 */
export function pairItems(before: readonly SeenItem[], after: readonly SeenItem[]): ItemPair[] {
  const pairs: ItemPair[] = [];
  const left = new Set(before);
  const right = new Set(after);
  for (const way of WAYS) {
    const there = unique(left, way);
    const here = unique(right, way);
    for (const [name, old] of there) {
      const found = here.get(name);
      if (!old || !found) continue;
      pairs.push({ before: old, after: found });
      left.delete(old);
      right.delete(found);
    }
  }
  for (const item of left) pairs.push({ before: item });
  for (const item of right) pairs.push({ after: item });
  return pairs;
}

/** Items by a name; null for a name several have. */
function unique(
  items: ReadonlySet<SeenItem>,
  way: (item: SeenItem) => string | undefined,
): Map<string, SeenItem | null> {
  const named = new Map<string, SeenItem | null>();
  for (const item of items) {
    const name = way(item);
    if (name !== undefined) named.set(name, named.has(name) ? null : item);
  }
  return named;
}
