/** Everything the matrix of one domain can show: written as one JSON file, read by the page and by its scripts. */
import type { Domain } from '../attack/domain.ts';
import type { Level } from '../coverage/assessment.ts';

/** Shapes drawn beside a number, so that no colour stands alone; `none` draws nothing. */
export type Sign =
  | 'ring'
  | 'quarter'
  | 'half'
  | 'three'
  | 'full'
  | 'dot'
  | 'cross'
  | 'up'
  | 'down'
  | 'query'
  | 'bang'
  | 'none';

/** One step of a view's scale. */
export interface MatrixClass {
  /** In the legend: `Touched within 30 days`. */
  label: string;
  /** A colour of the stylesheet: `ink-3`. */
  tone: string;
  sign: Sign;
  /** In a cell's name, before the number: `stale`. */
  word?: string;
  /** Printed where there is no number, or in its place. */
  print?: string;
  /** It belongs to the share a tactic's heading states. */
  shared?: true;
  /** It is not even in the whole of that share. */
  apart?: true;
}

/** What a view says whatever it is asked about. */
export interface MatrixView {
  id: string;
  /** `Freshness` */
  label: string;
  /** One sentence: what its numbers and colours mean. */
  says: string;
  /** How a number stands in a cell: `#d`. A `±` before the `#` gives it its sign. */
  print: string;
  /** A number in words, for one and for more: `# rule`, `# rules`. */
  unit: readonly [one: string, many: string];
  /** What the share of a tactic counts: `covered`. */
  share: string;
  /** Best or most first; the last says that there is nothing to say. */
  classes: MatrixClass[];
}

/** A view that says the same whoever asks: a class for each technique (a digit of base 36), and its number. */
export interface PaintedView extends MatrixView {
  /** Path of the layer that says the same. */
  layer: string;
  painted: string;
  values: (number | null)[];
}

/** A value techniques can be narrowed by; `techniques` are packed indexes. */
export interface FacetOption {
  value: string;
  label: string;
  techniques: string;
}

export const FACETS = ['platform', 'source', 'log', 'status'] as const;
export type Facet = (typeof FACETS)[number];

export interface MatrixActor {
  id: string;
  name: string;
  /** Other names, joined by ` · `. */
  aliases?: string;
  type: string;
  /** Of the default profile. */
  weight?: number;
  techniques: string;
}

/** What changed since an earlier state: packed indexes, a class for each, and by how much its score moved. */
export interface MatrixChange {
  date: string;
  /** Path of the layer that says the same, where there is one. */
  layer?: string;
  techniques: string;
  painted: string;
  values: number[];
}

export interface MatrixTactic {
  /** `TA0002` */
  id: string;
  shortname: string;
  name: string;
  /** Its techniques in the order of the matrix, sub-techniques left out. */
  techniques: number[];
  /** Techniques and sub-techniques, packed. */
  members: string;
}

export interface MatrixData {
  /** Of the site. */
  title: string;
  domain: Domain;
  domainName: string;
  /** `19.1` */
  attack: string;
  /** The day the numbers are of. */
  now: string;
  /** Where the site's root stands: a path, and with host where the config says it. */
  base: string;
  site?: string;
  /** Address of the Navigator that opens layers. */
  navigator: string;
  /** Technique ids, sorted; every index of this file is a place in here. */
  ids: string[];
  names: string[];
  /** Out of scope, packed. */
  outOfScope: string;
  levels: Level[];
  tactics: MatrixTactic[];
  facts: {
    score: number[];
    /** Counting rules for exactly it, and with those of its sub-techniques. */
    rules: number[];
    rulesRolledUp: number[];
    playbooks: number[];
    /** Newest proof, ISO date; empty for none. */
    proof: string[];
    /** When what speaks for it was last touched, ISO date; empty for never. */
    touched: string[];
    /** Name of the rung of its most robust rule; empty for none. */
    robustness: string[];
    relevance: number[];
    priority: number[];
  };
  /** The first is what the page shows at first. */
  views: PaintedView[];
  actorView: MatrixView;
  changeView: MatrixView;
  facets: Record<Facet, FacetOption[]>;
  /** The profile's first. */
  actors: MatrixActor[];
  /** Newest first; empty without history. */
  changes: MatrixChange[];
}
