import type { Detection } from '../detections/detection.ts';
import { OUTCOMES, type Exercise, type ExerciseResult, type Outcome } from '../exercises/exercise.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Assessment, Coverage, ResultEvidence } from './assessment.ts';
import { exerciseEffect, type ExerciseEffect } from './exercise-effect.ts';
import { changedOn } from './freshness.ts';
import { PROVING } from './verdict.ts';

/** What became of a result that nobody was pleased with. */
export type Since =
  | { state: 'open' }
  /** A rule that should have fired was changed; nobody ran it again. */
  | { state: 'changed'; detection: Detection; date: string }
  /** A later run saw it. */
  | { state: 'mended'; by: ResultEvidence };

export interface ReportedResult {
  /** Place in the exercise, from 1. */
  number: number;
  result: ExerciseResult;
  /** The technique as it stands today; absent where ATT&CK or the site does not know it. */
  assessment?: Assessment;
  /** Of a missed or only logged result of our own. */
  since?: Since;
}

/** What an exercise came to, and what is left of it today. */
export interface ExerciseReport {
  /** In the order they were run. */
  results: ReportedResult[];
  counts: Record<Outcome, number>;
  /** Missed, then only logged, and not seen since. */
  open: ReportedResult[];
  /** First and last day. */
  days: { from: string; to: string };
  effect: ExerciseEffect;
}

export function exerciseReport(
  exercise: Exercise,
  workspace: Pick<Workspace, 'detections' | 'now' | 'config'>,
  { domains }: Pick<Coverage, 'domains'>,
): ExerciseReport {
  const assessmentOf = (id: string | undefined): Assessment | undefined => {
    if (id === undefined) return undefined;
    for (const { assessments } of domains.values()) {
      const found = assessments.get(id);
      if (found) return found;
    }
    return undefined;
  };
  const results = exercise.results.map((result, index): ReportedResult => {
    const assessment = assessmentOf(result.mapping.resolved);
    const isLacking =
      exercise.role === 'deployed' && (result.outcome === 'missed' || result.outcome === 'logged');
    return {
      number: index + 1,
      result,
      ...(assessment && { assessment }),
      ...(isLacking && { since: sinceOf(result, assessment, workspace.detections) }),
    };
  });
  const dates = [exercise.date, ...exercise.results.map(({ date }) => date)].sort();
  return {
    results,
    counts: Object.fromEntries(
      OUTCOMES.map((outcome) => [
        outcome,
        exercise.results.filter((result) => result.outcome === outcome).length,
      ]),
    ) as Record<Outcome, number>,
    open: (['missed', 'logged'] as const).flatMap((outcome) =>
      results.filter(({ result, since }) => result.outcome === outcome && since && since.state !== 'mended'),
    ),
    days: { from: dates[0] ?? exercise.date, to: dates.at(-1) ?? exercise.date },
    effect: exerciseEffect(exercise, new Set(results.flatMap(({ assessment }) => assessment ?? []))),
  };
}

function sinceOf(
  result: ExerciseResult,
  assessment: Assessment | undefined,
  detections: readonly Detection[],
): Since {
  const later = assessment?.results.findLast(
    (evidence) =>
      evidence.result.date > result.date &&
      PROVING.has(evidence.result.outcome) &&
      !evidence.result.selfAssessed,
  );
  if (later) return { state: 'mended', by: later };
  const named = new Set(result.detections);
  for (const detection of detections) {
    if (![detection.key, detection.id, detection.name].some((name) => name !== undefined && named.has(name)))
      continue;
    const date = changedOn(detection);
    if (date !== undefined && date > result.date) return { state: 'changed', detection, date };
  }
  return { state: 'open' };
}
