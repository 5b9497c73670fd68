/** Rising whole numbers as a short text: the steps from one to the next, in base 36: `3 4 40` → `3 1 10`. */
export function packIndexes(indexes: Iterable<number>): string {
  let last = 0;
  return [...indexes]
    .sort((a, b) => a - b)
    .map((index) => {
      const step = index - last;
      last = index;
      return step.toString(36);
    })
    .join(' ');
}

/** What {@link packIndexes} made a text of. */
export function unpackIndexes(packed: string): number[] {
  let last = 0;
  return packed === '' ? [] : packed.split(' ').map((step) => (last += Number.parseInt(step, 36)));
}
