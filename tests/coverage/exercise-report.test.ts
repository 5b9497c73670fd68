import { expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import { exerciseReport } from '../../src/coverage/exercise-report.ts';
import type { Exercise, ExerciseResult } from '../../src/exercises/exercise.ts';
import { aDetection, aMapping, anExercise, aWorkspace } from '../workspace-builder.ts';

function aResult(technique: string, outcome: ExerciseResult['outcome'], more: Partial<ExerciseResult> = {}) {
  return { mapping: aMapping(technique), outcome, date: '2026-03-01', detections: [], ...more };
}

function report(exercise: Exercise, more: Parameters<typeof aWorkspace>[0] = {}) {
  const { exercises = [], ...rest } = more;
  const workspace = aWorkspace({ ...rest, exercises: [exercise, ...exercises] });
  return exerciseReport(exercise, workspace, assess(workspace));
}

const later = (technique: string, outcome: ExerciseResult['outcome'], more: Partial<ExerciseResult> = {}) =>
  anExercise({
    title: 'Later',
    date: '2026-04-01',
    results: [aResult(technique, outcome, { date: '2026-04-01', ...more })],
  });

test('results keep their order and number; outcomes and days are counted', () => {
  const { results, counts, days } = report(
    anExercise({
      title: 'Spring',
      date: '2026-03-02',
      results: [aResult('T1105', 'missed'), aResult('T1003.001', 'alerted', { date: '2026-03-02' })],
    }),
  );
  expect(results.map(({ number, result }) => `${String(number)} ${result.mapping.id}`)).toEqual([
    '1 T1105',
    '2 T1003.001',
  ]);
  expect(counts).toEqual({ detected: 0, alerted: 1, blocked: 0, logged: 0, missed: 1, executed: 0 });
  expect(days).toEqual({ from: '2026-03-01', to: '2026-03-02' });
});

test('what was missed, then what was only logged, is open until a later run sees it', () => {
  const spring = anExercise({
    title: 'Spring',
    results: [aResult('T1055', 'logged'), aResult('T1105', 'missed'), aResult('T1572', 'missed')],
  });
  const { open, results } = report(spring, { exercises: [later('T1572', 'detected')] });
  expect(open.map(({ result }) => result.mapping.id)).toEqual(['T1105', 'T1055']);
  expect(results[2]?.since).toMatchObject({ state: 'mended', by: { exercise: { title: 'Later' } } });
});

test.each([
  ['another miss', later('T1105', 'missed')],
  ['telemetry', later('T1105', 'logged')],
  ['a score somebody gave', later('T1105', 'detected', { selfAssessed: true })],
  ['a detection of the same day', later('T1105', 'detected', { date: '2026-03-01' })],
  ['another technique', later('T1003.001', 'detected')],
])('%s mends nothing', (_, exercise) => {
  const { open } = report(anExercise({ title: 'Spring', results: [aResult('T1105', 'missed')] }), {
    exercises: [exercise],
  });
  expect(open).toHaveLength(1);
});

test('a rule changed since is said, and the miss stays open', () => {
  const exercise = anExercise({
    title: 'Spring',
    results: [aResult('T1105', 'missed', { detections: ['r-1'] })],
  });
  const changed = aDetection({ id: 'r-1', title: 'Certutil', modified: '2026-03-05' });
  expect(report(exercise, { detections: [changed] }).open[0]?.since).toMatchObject({
    state: 'changed',
    date: '2026-03-05',
    detection: { title: 'Certutil' },
  });
  const untouched = aDetection({ id: 'r-1', modified: '2026-03-01' });
  expect(report(exercise, { detections: [untouched] }).open[0]?.since).toEqual({ state: 'open' });
});

test('its effect says what it still proves and fails, what a newer result overtook, and what is too old', () => {
  const spring = anExercise({
    title: 'Spring',
    results: [
      aResult('T1003.001', 'alerted'),
      aResult('T1105', 'missed'),
      aResult('T1572', 'missed'),
      aResult('T1055', 'logged'),
      aResult('T1071.004', 'detected', { date: '2020-01-01' }),
    ],
  });
  const { effect } = report(spring, { exercises: [later('T1572', 'detected')] });
  const ids = (list: readonly { technique: string }[]) => list.map(({ technique }) => technique);
  expect(ids(effect.proves)).toEqual(['T1003.001']);
  expect(ids(effect.fails)).toEqual(['T1105']);
  expect(effect.overtaken.map(({ assessment, by }) => [assessment.technique, by.exercise.title])).toEqual([
    ['T1572', 'Later'],
  ]);
  expect(ids(effect.undecided)).toEqual(['T1055']);
  expect(ids(effect.expired)).toEqual(['T1071.004']);
});

test('an exercise of a library leaves nothing open and has no effect here', () => {
  const { open, effect } = report(
    anExercise({ title: 'Theirs', role: 'library', results: [aResult('T1105', 'missed')] }),
  );
  expect(open).toEqual([]);
  expect(Object.values(effect).flat()).toEqual([]);
});
