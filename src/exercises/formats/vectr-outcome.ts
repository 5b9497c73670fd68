import type { Outcome } from '../exercise.ts';

/** What a VECTR test case says of itself, cells as written. */
export interface VectrStatement {
  status: string;
  /** `NotDetected`, `Blocked`, `Detected`, `Logged`, `TBD`. */
  outcome: string;
  /** Newer exports: `Detected > Alerted`. */
  path: string;
  alertTriggered: string;
}

/** Lower case, letters only: `Not Detected` and `NOT_DETECTED` are one word. */
const OUTCOMES = new Map<string, Outcome | 'undecided'>([
  ['blocked', 'blocked'],
  ['prevented', 'blocked'],
  ['alerted', 'alerted'],
  ['alert', 'alerted'],
  ['detected', 'detected'],
  ['logged', 'logged'],
  ['notdetected', 'missed'],
  ['missed', 'missed'],
  ['tbd', 'undecided'],
  ['', 'undecided'],
]);

/**
 * What came of a test case: an outcome, `open` when it was not completed or nobody decided, `unknown` when the words are
 * none VECTR has. A completed test without a decided outcome was run, and that is all it says.
 */
export function vectrOutcome(statement: VectrStatement): Outcome | 'open' | 'unknown' {
  const status = letters(statement.status);
  if (status !== '' && status !== 'completed' && status !== 'complete') return 'open';
  const words = [...segments(statement.outcome), ...segments(statement.path)];
  const known = words.flatMap((word) => OUTCOMES.get(word) ?? []);
  const decided = known.find((outcome) => outcome !== 'undecided');
  if (decided === undefined) {
    if (known.length < words.length) return 'unknown';
    return status === '' ? 'open' : 'executed';
  }
  if (decided !== 'detected' && decided !== 'logged') return decided;
  const isAlerted =
    known.includes('alerted') || (decided === 'detected' && letters(statement.alertTriggered) === 'yes');
  return isAlerted ? 'alerted' : decided;
}

/** The steps of an outcome path, the broadest first; of a single word, the word. */
function segments(written: string): string[] {
  return written.split(/[>/|,:;→]|\s[-–]\s/).map(letters);
}

function letters(written: string): string {
  return written.toLowerCase().replaceAll(/[^a-z]/g, '');
}
