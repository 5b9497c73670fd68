import type { Exercise, Outcome } from '../../exercises/exercise.ts';
import { mappingRecord, type MappingRecord } from './mapping.ts';

/** One exercise in `api/exercises.json`. Dates are ISO dates. */
export interface ExerciseRecord {
  key: string;
  id: string | null;
  title: string;
  date: string;
  environment: string | null;
  source: string;
  path: string;
  results: {
    mapping: MappingRecord;
    outcome: Outcome;
    date: string;
    /** Id of the test that was run. */
    test: string | null;
    /** What was run, in the words of the tool. */
    name: string | null;
    /** Where it was run. */
    target: string | null;
    /** Whether it is a score somebody gave, not something that was executed and watched. */
    selfAssessed: boolean;
    /** Ids of the detections that fired or should have, as written. */
    detections: string[];
  }[];
}

/** In the order of the exercises given: a workspace sorts them by key. */
export function exerciseRecords(exercises: readonly Exercise[]): ExerciseRecord[] {
  return exercises.map((exercise) => ({
    key: exercise.key,
    id: exercise.id ?? null,
    title: exercise.title,
    date: exercise.date,
    environment: exercise.environment ?? null,
    source: exercise.source,
    path: exercise.path,
    results: exercise.results.map((result) => ({
      mapping: mappingRecord(result.mapping),
      outcome: result.outcome,
      date: result.date,
      test: result.test ?? null,
      name: result.name ?? null,
      target: result.target ?? null,
      selfAssessed: result.selfAssessed ?? false,
      detections: result.detections,
    })),
  }));
}
