import { pairByNames, type Name } from '../pair-by-names.ts';
import type { SeenItem } from './assessed-point.ts';

/** Two states of one item. Absent on one side: it came, or went. */
export interface ItemPair {
  before?: SeenItem;
  after?: SeenItem;
}

/** Ways to know an item again, surest first. */
const WAYS: readonly Name<SeenItem>[] = [
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
  return pairByNames(
    before,
    after,
    WAYS.map((name) => ({ before: name })),
  );
}
