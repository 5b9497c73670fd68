import { PROVING } from '../coverage/verdict.ts';
import { OUTCOMES, type Exercise, type Outcome } from '../exercises/exercise.ts';
import { exercisePath } from '../output/paths.ts';
import { count, figure, OUTCOME_WORDS } from '../site/wording.ts';
import type { Chart, Paint } from './chart.ts';
import { stackedRows } from './stacked-rows.ts';

const MOST = 24;

/** What an outcome decides. */
const GROUPS: { paint: Paint; label: string; of: readonly Outcome[] }[] = [
  { paint: 'level-proven', label: 'Seen', of: [...PROVING] },
  { paint: 'state-logged', label: 'Logged only', of: ['logged'] },
  { paint: 'level-failed', label: 'Missed', of: ['missed'] },
  { paint: 'state-executed', label: 'Executed only', of: ['executed'] },
];

/** What exercises saw and missed, newest first. Undefined where none has a result. */
export function exerciseOutcomesChart(exercises: readonly Exercise[]): Chart | undefined {
  const newestFirst = exercises
    .filter(({ results }) => results.length > 0)
    .toSorted((a, b) => (a.date === b.date ? (a.key < b.key ? -1 : 1) : a.date < b.date ? 1 : -1));
  if (newestFirst.length === 0) return undefined;
  const shown = newestFirst.slice(0, MOST);
  const groups = GROUPS.filter(({ of }) => shown.some((exercise) => numberOf(exercise, of) > 0));
  const seen = newestFirst.reduce((sum, exercise) => sum + seenOf(exercise), 0);
  const missed = newestFirst.reduce((sum, exercise) => sum + numberOf(exercise, ['missed']), 0);
  const rest = newestFirst.length > MOST ? ` The newest ${String(MOST)} are drawn.` : '';
  return {
    summary: `${count(newestFirst.length, 'exercise')}: ${count(seen, 'result')} seen, ${figure(missed)} missed.${rest}`,
    ...stackedRows(
      shown.map((exercise) => ({
        label: exercise.title,
        parts: groups.map(({ paint, of }) => ({ paint, value: numberOf(exercise, of) })),
        end: exercise.date,
      })),
    ),
    key: groups.map(({ paint, label }) => ({ paint, label })),
    table: {
      columns: [
        { label: 'Exercise' },
        { label: 'Date' },
        ...OUTCOMES.map((outcome) => ({ label: OUTCOME_WORDS[outcome], numeric: true })),
      ],
      rows: shown.map((exercise) => ({
        cells: [
          exercise.title,
          exercise.date,
          ...OUTCOMES.map((outcome) => figure(numberOf(exercise, [outcome]))),
        ],
        path: exercisePath(exercise),
      })),
    },
  };
}

function seenOf(exercise: Exercise): number {
  return numberOf(exercise, [...PROVING]);
}

function numberOf({ results }: Exercise, outcomes: readonly Outcome[]): number {
  return results.filter(({ outcome }) => outcomes.includes(outcome)).length;
}
