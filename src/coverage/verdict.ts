import type { Outcome } from '../exercises/exercise.ts';
import type { ResultEvidence } from './assessment.ts';

/** Outcomes that say: our environment saw it. */
export const PROVING: ReadonlySet<Outcome> = new Set(['detected', 'alerted', 'blocked']);

/** What the results inside the proof window say of a technique. */
export interface Verdict {
  verdict: 'failed' | 'proven' | 'logged' | 'nothing';
  /** The result that decides it. */
  decisive?: ResultEvidence;
}

/**
 * A result that was only executed says nothing of what was seen and is passed over, however new it is.
 * The newest of the others decides whether a technique failed; a tie on one day goes to the miss, because what is
 * known that day includes one. Otherwise any proving result in the window proves it.
 *
 * @param results Newest first.
 */
export function verdictOf(results: readonly ResultEvidence[]): Verdict {
  const inWindow = results.filter(({ inWindow: isIn, result }) => isIn && result.outcome !== 'executed');
  const newest = inWindow[0];
  if (!newest) return { verdict: 'nothing' };
  const missed = watchedFirst(
    inWindow.filter(({ result }) => result.date === newest.result.date && result.outcome === 'missed'),
  );
  if (missed) return { verdict: 'failed', decisive: missed };
  const proving = watchedFirst(inWindow.filter(({ result }) => PROVING.has(result.outcome)));
  return proving ? { verdict: 'proven', decisive: proving } : { verdict: 'logged', decisive: newest };
}

/** Of results that say the same, one that was watched is the better witness than one somebody judged. */
function watchedFirst(results: readonly ResultEvidence[]): ResultEvidence | undefined {
  return results.find(({ result }) => !result.selfAssessed) ?? results[0];
}
