import type { Mapping, MappingDraft, Pointer } from '../mapping/mapping.ts';

export const DECISION_STATES = ['out-of-scope', 'accepted'] as const;

/** `out-of-scope`: it cannot happen here. `accepted`: it can, and somebody answers for not covering it. */
export type DecisionState = (typeof DECISION_STATES)[number];

/** A team's decision not to cover techniques. Plain data: it is cached as JSON. */
export interface DecisionDraft {
  techniques: MappingDraft[];
  state: DecisionState;
  reason: string;
  /** A team. */
  owner?: string;
  /** ISO date. */
  decided?: string;
  /** ISO date the decision must be looked at again. */
  review?: string;
  /** Which document of the file it stands in, from 0. */
  ordinal: number;
  pointer: Pointer;
}

/** A decision in its place, its techniques resolved. A parent technique takes its sub-techniques with it. */
export interface Decision extends Omit<DecisionDraft, 'techniques' | 'ordinal' | 'pointer'> {
  mappings: Mapping[];
  /** Source name and path of the file, or the config's own file name. */
  source?: string;
  path: string;
  permalink?: string;
}
