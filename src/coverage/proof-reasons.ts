import type { ResultEvidence } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import { timesRun, toldResult } from './told.ts';
import type { Verdict } from './verdict.ts';

/** What the result that decides says, or, where none does, the newest outside the proof window. */
export function proofReasons({ results }: Evidence, { verdict, decisive }: Verdict): string[] {
  if (decisive) return [`${proofWords(verdict, decisive)}: ${toldResult(decisive)}.`];
  const newest = results.find(({ result }) => result.outcome !== 'executed');
  if (!newest) return [];
  const what = newest.result.selfAssessed ? 'Last self-assessed' : 'Last executed';
  return [`${what} outside the proof window: ${toldResult(newest)}.`];
}

function proofWords(verdict: Verdict['verdict'], { result }: ResultEvidence): string {
  if (result.selfAssessed) {
    if (verdict === 'failed') return 'The team says that it would miss it';
    if (verdict === 'logged') return 'The team says that it has telemetry only';
    return 'The team says that it would see it';
  }
  if (verdict === 'failed') return 'Executed and missed';
  return verdict === 'logged' ? 'Executed, telemetry only' : 'Seen by our environment';
}

/** That something was run without saying what was seen. */
export function executedReasons({ results }: Evidence): string[] {
  const executed = results.filter(({ result }) => result.outcome === 'executed');
  const [newest] = executed;
  if (!newest) return [];
  const times = timesRun(executed);
  const when = `${newest.result.date} in “${newest.exercise.title}”`;
  return [
    times === 1
      ? `Executed once, on ${when}; what was seen is not recorded.`
      : `Executed ${times} times, last on ${when}; what was seen is not recorded.`,
  ];
}
