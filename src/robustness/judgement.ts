/**
 * What an adversary must change to evade a rule, from the least trouble to the most: the pyramid of pain
 * (David Bianco, 2013), with its top rung called after what a rule there keys on.
 */
export const RUNGS = ['hash', 'ip', 'domain', 'artefact', 'tool', 'behaviour'] as const;
export type Rung = (typeof RUNGS)[number];

/** Levels of Summiting the Pyramid (MITRE Center for Threat-Informed Defense), 1 (ephemeral) to 5 (core to the sub-technique). */
export type SummitLevel = 1 | 2 | 3 | 4 | 5;

/** Where the events come from: application, user mode, kernel mode; for networks, payload or header. */
export type SummitColumn = 'A' | 'U' | 'K' | 'P' | 'H';

/** One condition of a query that took part in the judgement. */
export interface DecidingPart {
  /** The field as the query writes it; "" for text searched in the whole event. */
  field: string;
  /** The condition as it stands in the query, shortened: `CommandLine|contains: ' -enc '`. */
  written: string;
  rung: Rung;
  /** Why it stands there, as a clause: `a file hash changes with one byte`. */
  why: string;
}

/** How hard a rule is to evade, and what of its query says so. Plain data: it is cached with the rule. */
export interface Judgement {
  /** Absent when it was not judged. */
  rung?: Rung;
  /** One sentence. */
  because: string;
  /** What decided it first; empty when it was not judged. */
  parts: DecidingPart[];
  /** The stricter scale, where it can be said; `stated` when the rule's own tag says it. */
  summit?: { level: SummitLevel; column?: SummitColumn; stated?: true };
  /** Out of the query, by the rule's own `stp.*` tag, by the team's word in the config, or not at all. */
  by: 'query' | 'tag' | 'team' | 'not-judged';
}
