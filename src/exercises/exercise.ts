import type { Mapping, MappingDraft, Placement } from '../mapping/mapping.ts';

export const OUTCOMES = ['detected', 'alerted', 'blocked', 'logged', 'missed'] as const;

/** What the environment made of an executed test. `logged` is telemetry only: it neither proves nor fails. */
export type Outcome = (typeof OUTCOMES)[number];

export type ExerciseFormatId = 'coverbook';

export interface ExerciseResultDraft {
  mapping: MappingDraft;
  /** Id of the test, for example an Atomic Red Team GUID. */
  test?: string;
  /** Ids of the detections that fired (or should have), as written. */
  detections: string[];
  outcome: Outcome;
  /** ISO date, when it differs from the exercise's. */
  date?: string;
  notes?: string;
}

export interface ExerciseDraft {
  format: ExerciseFormatId;
  id?: string;
  title: string;
  /** ISO date. */
  date: string;
  environment?: string;
  summary?: string;
  results: ExerciseResultDraft[];
}

export interface ExerciseResult extends Omit<ExerciseResultDraft, 'mapping'> {
  mapping: Mapping;
  /** ISO date, always filled. */
  date: string;
}

export interface Exercise extends Omit<ExerciseDraft, 'results'>, Placement {
  kind: 'exercise';
  results: ExerciseResult[];
}
