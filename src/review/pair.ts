import { lazy } from '../attack/lazy.ts';
import { pairByNames, type NamedPair, type Way } from '../coverage/pair-by-names.ts';
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

/** Two states of one item, and how it was known again. */
export type Pair<T> = NamedPair<T, PairedBy>;

export interface PairOptions<T> {
  /** Names the file an item lies in, the same on both sides. */
  fileOf: (item: T) => string;
  /** File before → file after, of those Git takes for renamed. */
  renamed: ReadonlyMap<string, string>;
}

/**
 * Finds the items of one state again in another: those that stand where they stood unchanged, then by id, then by
 * path, then where a file of the same content or one that Git takes for it went.
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
  const ways: Way<T, PairedBy>[] = [
    { by: 'path', before: (item) => `${fileOf(item)}\n${item.blob}\n${number(item)}` },
    { by: 'id', before: ({ id }) => id?.toLowerCase() },
    { by: 'path', before: (item) => `${fileOf(item)}\n${item.title}` },
    { by: 'path', before: (item) => (isOnly(item) ? `${fileOf(item)}\n${number(item)}` : undefined) },
    { by: 'rename', before: (item) => `${item.blob}\n${number(item)}` },
    {
      by: 'rename',
      before: (item) => moved(renamed.get(fileOf(item)), item.title),
      after: (item) => moved(fileOf(item), item.title),
    },
    {
      by: 'rename',
      before: (item) => (isOnly(item) ? moved(renamed.get(fileOf(item)), number(item)) : undefined),
      after: (item) => (isOnly(item) ? moved(fileOf(item), number(item)) : undefined),
    },
  ];
  return pairByNames(before, after, ways);
}

function moved(file: string | undefined, what: string | number): string | undefined {
  return file === undefined ? undefined : `${file}\n${what}`;
}

function itemsPerFile<T>(items: readonly T[], fileOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(fileOf(item), (counts.get(fileOf(item)) ?? 0) + 1);
  return counts;
}
