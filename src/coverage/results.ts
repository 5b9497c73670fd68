import type { Workspace } from '../workspace/workspace.ts';
import type { ResultEvidence } from './assessment.ts';

/** The first day inside a window of `days` that ends on `now`. ISO dates. */
export function windowStart(now: string, days: number): string {
  const start = new Date(`${now}T00:00:00Z`);
  start.setUTCDate(start.getUTCDate() - days);
  return start.toISOString().slice(0, 10);
}

/**
 * Every result of our own exercises, newest first; those of one day in the order of the exercises. What a library's
 * exercises saw was not seen here.
 */
export function allResults(workspace: Pick<Workspace, 'exercises' | 'now' | 'config'>): ResultEvidence[] {
  const proofStart = windowStart(workspace.now, workspace.config.coverage.proofWindow);
  return workspace.exercises
    .filter(({ role }) => role === 'deployed')
    .flatMap((exercise) =>
      exercise.results.map((result) => ({ exercise, result, inWindow: result.date >= proofStart })),
    )
    .sort((a, b) => (a.result.date === b.result.date ? 0 : a.result.date > b.result.date ? -1 : 1));
}
