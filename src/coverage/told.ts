import type { ResultEvidence } from './assessment.ts';

/** One result as a clause: `missed on 2026-10-14 in “Autumn”`. */
export function toldResult({ exercise, result }: ResultEvidence): string {
  const how = result.selfAssessed ? `self-assessed as ${result.outcome}` : result.outcome;
  return `${how} on ${result.date} in “${exercise.title}”`;
}

/** How often something was run, over results that may each stand for several runs of one day. */
export function timesRun(results: readonly ResultEvidence[]): number {
  return results.reduce((sum, { result }) => sum + (result.times ?? 1), 0);
}
