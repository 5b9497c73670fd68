import type { Mapping, MappingDraft, Placement } from '../mapping/mapping.ts';

export const OUTCOMES = ['detected', 'alerted', 'blocked', 'logged', 'missed', 'executed'] as const;

/**
 * What the environment made of an executed test. `logged` is telemetry only: it neither proves nor fails.
 * `executed` is a run log's whole claim: it was run, nobody says what was seen; it decides nothing.
 */
export type Outcome = (typeof OUTCOMES)[number];

export type ExerciseFormatId =
  'coverbook' | 'invoke-atomic' | 'attire' | 'caldera-report' | 'caldera-events' | 'vectr' | 'dettect';

export interface ExerciseResultDraft {
  mapping: MappingDraft;
  /** Id of the test, for example an Atomic Red Team GUID. */
  test?: string;
  /** What was run, in the words of the tool: `Mimikatz sekurlsa`. */
  name?: string;
  /** Where it was run: a host, a group of systems. */
  target?: string;
  /** A score somebody gave, not something that was executed and watched: DeTT&CT. */
  selfAssessed?: true;
  /** Ids of the detections that fired (or should have), as written. */
  detections: string[];
  outcome: Outcome;
  /** ISO date, when it differs from the exercise's. */
  date?: string;
  notes?: string;
  /** How often it was run that day on that target, with that outcome; absent for once. `notes` say it too. */
  times?: number;
}

export interface ExerciseDraft {
  format: ExerciseFormatId;
  id?: string;
  title: string;
  /** ISO date. */
  date: string;
  environment?: string;
  summary?: string;
  /** Actors that were emulated: ids or names as written; absent where the file names none. */
  actors?: string[];
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
