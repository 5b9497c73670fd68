import type { ExerciseReport } from '../coverage/exercise-report.ts';
import { OUTCOMES, type Outcome } from '../exercises/exercise.ts';
import { count } from './wording.ts';

/** Outcomes as a list of them goes: what is to be mended first. */
export const OUTCOMES_SHOWN: readonly Outcome[] = [
  'missed',
  'logged',
  'detected',
  'alerted',
  'blocked',
  'executed',
];

/** `10 procedures: 2 detected, 3 alerted, 1 blocked, 1 only logged, 3 missed`. */
export function outcomeSentence(counts: ExerciseReport['counts']): string {
  const total = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map(
    (outcome) => `${String(counts[outcome])} ${COUNTED_WORDS[outcome]}`,
  );
  return total === 0 ? 'No result is recorded.' : `${count(total, 'procedure')}: ${parts.join(', ')}.`;
}

const COUNTED_WORDS: Record<Outcome, string> = {
  detected: 'detected',
  alerted: 'alerted',
  blocked: 'blocked',
  logged: 'only logged',
  missed: 'missed',
  executed: 'executed, with nothing said of what was seen',
};
