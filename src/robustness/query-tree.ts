/** How a condition compares a field. `matches` is a regular expression; `keyword` searches the whole event. */
export type Comparison =
  | 'equals'
  | 'contains'
  | 'startswith'
  | 'endswith'
  | 'matches'
  | 'in-network'
  | 'greater-or-less'
  | 'exists'
  | 'keyword';

/** One field held against values; any of the values is enough (`all` of several is several predicates). */
export interface Predicate {
  kind: 'predicate';
  /** As the query writes it: `CommandLine`, `process.command_line`; "" for keywords. */
  field: string;
  comparison: Comparison;
  /** As written, without quotes; wildcards stay. Empty for `exists`. */
  values: string[];
  /** The condition as it stands in the query. */
  written: string;
}

/**
 * The logic of a query, whatever its language: what must hold of one event (or of one step of a sequence).
 * `opaque` stands for what is not understood: a judgement says so instead of guessing.
 */
export type QueryTree =
  | { kind: 'all'; of: QueryTree[] }
  | { kind: 'any'; of: QueryTree[] }
  | { kind: 'not'; of: QueryTree }
  | Predicate
  | { kind: 'opaque'; why: string; written: string };
