import { lazy } from '../attack/lazy.ts';
import type { PairedBy } from './item-ref.ts';

/** What two states of an item can be known again by. */
export interface Pairable {
  id?: string;
  title: string;
  /** Git blob id of its file. */
  blob: string;
  /** Which item of its file it is, from 0; 0 where a file holds one. */
  ordinal?: number;
}

/** Two states of one item. Absent on one side: it came, or went. */
export interface Pair<T> {
  before?: T;
  after?: T;
  by?: PairedBy;
}

export interface PairOptions<T> {
  /** Names the file an item lies in, the same on both sides. */
  fileOf: (item: T) => string;
  /** File before → file after, of those Git takes for renamed. */
  renamed: ReadonlyMap<string, string>;
}

type Name<T> = (item: T) => string | undefined;

/**
 * Finds the items of one state again in another: those that stand where they stood unchanged, then by id, then by
 * path, then where a file of the same content or one that Git takes for it went. A name two items of a side share
 * tells neither.
 */
export function pairItems<T extends Pairable>(
  before: readonly T[],
  after: readonly T[],
  { fileOf, renamed }: PairOptions<T>,
): Pair<T>[] {
  const counts = lazy(() => [itemsPerFile(before, fileOf), itemsPerFile(after, fileOf)]);
  // Of several rules in a file the first is not the first that was there before: only ids and titles tell them apart.
  const isOnly = (item: T): boolean =>
    item.id === undefined || counts().every((count) => (count.get(fileOf(item)) ?? 0) <= 1);
  const number = ({ ordinal = 0 }: T): number => ordinal;
  const ways: readonly [by: PairedBy, before: Name<T>, after?: Name<T>][] = [
    ['path', (item) => `${fileOf(item)}\n${item.blob}\n${number(item)}`],
    ['id', ({ id }) => id?.toLowerCase()],
    ['path', (item) => `${fileOf(item)}\n${item.title}`],
    ['path', (item) => (isOnly(item) ? `${fileOf(item)}\n${number(item)}` : undefined)],
    ['rename', (item) => `${item.blob}\n${number(item)}`],
    [
      'rename',
      (item) => moved(renamed.get(fileOf(item)), item.title),
      (item) => moved(fileOf(item), item.title),
    ],
    [
      'rename',
      (item) => (isOnly(item) ? moved(renamed.get(fileOf(item)), number(item)) : undefined),
      (item) => (isOnly(item) ? moved(fileOf(item), number(item)) : undefined),
    ],
  ];
  const pairs: Pair<T>[] = [];
  const left = new Set(before);
  const right = new Set(after);
  for (const [by, nameBefore, nameAfter = nameBefore] of ways) {
    if (left.size === 0 || right.size === 0) break;
    const here = unique(right, nameAfter);
    for (const [name, old] of unique(left, nameBefore)) {
      const found = here.get(name);
      if (!old || !found) continue;
      pairs.push({ before: old, after: found, by });
      left.delete(old);
      right.delete(found);
    }
  }
  for (const item of left) pairs.push({ before: item });
  for (const item of right) pairs.push({ after: item });
  return pairs;
}

function moved(file: string | undefined, what: string | number): string | undefined {
  return file === undefined ? undefined : `${file}\n${what}`;
}

function itemsPerFile<T>(items: readonly T[], fileOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(fileOf(item), (counts.get(fileOf(item)) ?? 0) + 1);
  return counts;
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
