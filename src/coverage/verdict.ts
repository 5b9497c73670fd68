import type { Outcome } from '../exercises/exercise.ts';
import type { ResultEvidence } from './assessment.ts';

const PROVING: ReadonlySet<Outcome> = new Set(['detected', 'alerted', 'blocked']);

/** What the executed results inside the proof window say of a technique. */
export interface Verdict {
  verdict: 'failed' | 'proven' | 'logged' | 'nothing';
  /** The result that decides it. */
  decisive?: ResultEvidence;
}

/**
 * The newest result decides whether a technique failed; a tie on one day goes to the miss, because what is
 * known that day includes one. Otherwise any proving result in the window proves it.
 *
 * @param results Newest first.
 */
export function verdictOf(results: readonly ResultEvidence[]): Verdict {
  const inWindow = results.filter((evidence) => evidence.inWindow);
  const newest = inWindow[0];
  if (!newest) return { verdict: 'nothing' };
  const missed = inWindow.find(
    ({ result }) => result.date === newest.result.date && result.outcome === 'missed',
  );
  if (missed) return { verdict: 'failed', decisive: missed };
  const proving = inWindow.find(({ result }) => PROVING.has(result.outcome));
  return proving ? { verdict: 'proven', decisive: proving } : { verdict: 'logged', decisive: newest };
}
