/** Where something stands in the files. */
export interface Place {
  /** Name of the source; `(config)` for the config itself. */
  source: string;
  /** Path inside the source. */
  path: string;
  /** Path from the root of the repository that holds the config; absent for what lies outside of it. */
  file?: string;
  /** From 1. */
  line?: number;
}

/** A detection, a playbook or an exercise on one side. */
export interface ItemRef extends Place {
  kind: 'detection' | 'playbook' | 'exercise';
  /** Unique among the items of a side: `<source>/<slug>`. */
  key: string;
  /** Its own id, where it states one. */
  id?: string;
  title: string;
  side: 'base' | 'head';
  /** Path of its page from the root of the site; of the base's site for what the head has no more. */
  page: string;
  /** Where the repository's host shows it. */
  permalink?: string;
  /** Whether it counts: a counting detection, a current playbook; true for exercises. */
  counts: boolean;
  /** Why it does not. */
  countsNot?: string;
}

/** How an item of the base was found again at the head. `rename`: Git takes the one file for the other. */
export type PairedBy = 'id' | 'path' | 'rename';

/** An item that came, went or is another. */
export interface ItemChange {
  /** Unique in the review; causes name it: `detection:team/kerberoasting`. */
  id: string;
  change: 'added' | 'removed' | 'changed';
  /** As it is at the head; at the base for one that was removed. */
  item: ItemRef;
  /** As it was; of changed ones only. */
  before?: ItemRef;
  pairedBy?: PairedBy;
  /** Active technique ids it speaks for, sorted; empty where it does not exist. */
  techniques: { before: string[]; after: string[] };
}
