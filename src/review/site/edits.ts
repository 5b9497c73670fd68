import { diffArrays } from 'diff';

/** A stretch of two lists: what is in both, or in one alone. The other is then empty. */
export interface Edit<T> {
  kind: 'same' | 'added' | 'removed';
  before: readonly T[];
  after: readonly T[];
}

/** Longer edits are told as all that was and all that is: nobody reads such a comparison, and its time grows with the square. */
const MOST_EDITS = 2000;

/** How a list becomes another, in the order of both; what went stands before what came in its place. */
export function editsOf<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
): Edit<T>[] {
  const changes = diffArrays(before.map(nameOf), after.map(nameOf), { maxEditLength: MOST_EDITS });
  if (!changes) {
    return [
      { kind: 'removed', before, after: [] },
      { kind: 'added', before: [], after },
    ];
  }
  let [left, right] = [0, 0];
  return changes.map(({ added, removed, value: { length } }) => {
    const old = added ? [] : before.slice(left, left + length);
    const now = removed ? [] : after.slice(right, right + length);
    left += old.length;
    right += now.length;
    return { kind: added ? 'added' : removed ? 'removed' : 'same', before: old, after: now };
  });
}
