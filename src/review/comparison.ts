import type { PlaceOf } from './sides/place-of.ts';
import type { Side } from './sides/read-side.ts';

/** A side with the places of its files. */
export interface PlacedSide extends Side {
  side: 'base' | 'head';
  placeOf: PlaceOf;
}

/** Two states of one content, held against one version of ATT&CK. */
export interface Comparison {
  base: PlacedSide;
  head: PlacedSide;
  /** File before → file after, from the top of the repository, of those Git takes for renamed. */
  renamed: ReadonlyMap<string, string>;
}

/** Names a file the same on both sides: by its path in the repository, else by its source and path. */
export function fileNames({ placeOf }: PlacedSide): (item: { source: string; path: string }) => string {
  return ({ source, path }) => placeOf(source, path).file ?? `${source}:${path}`;
}
