/** Choices that a seed repeats. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  fraction: () => number;
  /** A whole number of a range, both ends included. */
  within: (least: number, most: number) => number;
  one: <Item>(items: readonly Item[]) => Item;
  /** One of `[item, weight]`. */
  weighted: <Item>(items: readonly (readonly [Item, number])[]) => Item;
  /** So many different ones, fewer when there are not so many. */
  several: <Item>(count: number, choose: () => Item) => Item[];
}

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state are plenty to tell rules apart by. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const within = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  const one = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(fraction() * items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  };
  return {
    fraction,
    within,
    one,
    weighted: (items) => {
      let left = fraction() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return one(items)[0];
    },
    several: (count, choose) => {
      const chosen = new Set<ReturnType<typeof choose>>();
      for (let attempt = 0; chosen.size < count && attempt < count * 4; attempt += 1) chosen.add(choose());
      return [...chosen];
    },
  };
}
