import type { Exercise } from '../exercises/exercise.ts';
import type { Assessment, ResultEvidence } from './assessment.ts';
import { PROVING, verdictOf } from './verdict.ts';

/** What an exercise still says of the techniques it ran: each is in one list. */
export interface ExerciseEffect {
  /** Seen here, and nothing newer says otherwise. */
  proves: Assessment[];
  /** Missed here, and nothing was seen since. */
  fails: Assessment[];
  /** A newer result decides instead. */
  overtaken: { assessment: Assessment; by: ResultEvidence }[];
  /** Too long ago to count. */
  expired: Assessment[];
  /** Only logged or only executed. */
  undecided: Assessment[];
}

/** An exercise of a library says nothing of our environment: all its lists are empty. */
export function exerciseEffect(
  exercise: Pick<Exercise, 'key' | 'role'>,
  assessments: ReadonlySet<Assessment>,
): ExerciseEffect {
  const effect: ExerciseEffect = { proves: [], fails: [], overtaken: [], expired: [], undecided: [] };
  if (exercise.role !== 'deployed') return effect;
  for (const assessment of assessments) {
    const own = assessment.results.filter((evidence) => evidence.exercise.key === exercise.key);
    const deciding = own.filter(({ result: { outcome } }) => outcome === 'missed' || PROVING.has(outcome));
    const { verdict, decisive } = verdictOf(assessment.results);
    if (deciding.length === 0) effect.undecided.push(assessment);
    else if (deciding.every(({ inWindow }) => !inWindow)) effect.expired.push(assessment);
    else if (
      verdict === 'proven' &&
      deciding.some(({ inWindow, result }) => inWindow && PROVING.has(result.outcome))
    )
      effect.proves.push(assessment);
    else if (verdict === 'failed' && decisive?.exercise.key === exercise.key) effect.fails.push(assessment);
    else if (decisive) effect.overtaken.push({ assessment, by: decisive });
  }
  return effect;
}
