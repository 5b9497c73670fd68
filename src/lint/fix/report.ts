import type { Range } from '../../findings/finding.ts';

/** An id that was replaced by its successor. */
export interface FixedId {
  /** Key of the item. */
  item: string;
  /** `T1562.001` */
  id: string;
  /** `T1685` */
  by: string;
  /** `attack.t1562.001` */
  written: string;
  /** `attack.t1685` */
  text: string;
  /** Where it stood before. */
  range?: Range;
  /** What is left to do about it. */
  hint?: string;
}

/** An id that is out of date and was left as it is. */
export interface RefusedId extends Pick<FixedId, 'item' | 'id' | 'written' | 'range'> {
  /** Why, and what to do: a clause without a full stop. */
  reason: string;
}

/** What a fix did to one file. */
export interface FixedFile {
  source: string;
  /** Path inside the source. */
  path: string;
  fixed: FixedId[];
  refused: RefusedId[];
}

/** What a fix did, by file, in the order of sources and paths. */
export interface FixReport {
  files: FixedFile[];
}
