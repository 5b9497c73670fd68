import { describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import type { Assessment } from '../../src/coverage/assessment.ts';
import { atomicCounts, indexAtomics } from '../../src/coverage/atomics.ts';
import { explainLines } from '../../src/coverage/explain.ts';
import { allResults } from '../../src/coverage/results.ts';
import { simulationRuns } from '../../src/coverage/simulations.ts';
import type { AtomicTest } from '../../src/exercises/atomic-test.ts';
import type { ExerciseResult } from '../../src/exercises/exercise.ts';
import { checkSimulations } from '../../src/workspace/check-simulations.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aDetection, aMapping, anExercise, aWorkspace } from '../workspace-builder.ts';

const GUID = '6c1f2a90-0000-4000-8000-0000000000aa';

function assessed(workspace: Workspace, id: string): Assessment {
  const assessment = assess(workspace).domains.get('enterprise')?.assessments.get(id);
  if (!assessment) throw new Error(`no assessment of ${id}`);
  return assessment;
}

function aResult(technique: string, more: Partial<ExerciseResult>): ExerciseResult {
  return { mapping: aMapping(technique), outcome: 'executed', date: '2026-06-01', detections: [], ...more };
}

function anAtomic(technique: string, more: Partial<AtomicTest> = {}): AtomicTest {
  return {
    guid: GUID,
    name: 'Fetch a file',
    mapping: aMapping(technique),
    platforms: ['windows'],
    elevated: false,
    lines: { from: 4, to: 20 },
    ordinal: 0,
    source: 'atomics',
    path: `atomics/${technique}/${technique}.yaml`,
    ...more,
  };
}

describe('what was only executed', () => {
  const log = anExercise({
    title: 'Log',
    results: [aResult('T1105', { date: '2026-06-03', times: 12 }), aResult('T1105', { date: '2026-06-01' })],
  });

  test('raises no level and no score, and is told with its number', () => {
    expect(assessed(aWorkspace({ exercises: [log] }), 'T1105')).toMatchObject({
      level: 'none',
      score: 0,
      reasons: ['Executed 13 times, last on 2026-06-03 in “Log”; what was seen is not recorded.'],
    });
  });

  test('never hides an older miss, and stands behind it', () => {
    const miss = anExercise({ title: 'Spring', date: '2026-03-01', outcomes: [['T1105', 'missed']] });
    const { level, reasons, results } = assessed(aWorkspace({ exercises: [log, miss] }), 'T1105');
    expect(level).toBe('failed');
    expect(reasons).toEqual([
      'Executed and missed: missed on 2026-03-01 in “Spring”.',
      'Executed 13 times, last on 2026-06-03 in “Log”; what was seen is not recorded.',
    ]);
    expect(results.map(({ result }) => result.date)).toEqual(['2026-06-03', '2026-06-01', '2026-03-01']);
  });

  test('once is told as once', () => {
    const once = anExercise({ title: 'Log', results: [aResult('T1105', {})] });
    expect(assessed(aWorkspace({ exercises: [once] }), 'T1105').reasons).toEqual([
      'Executed once, on 2026-06-01 in “Log”; what was seen is not recorded.',
    ]);
  });
});

describe('what a team says of itself', () => {
  const scored = (outcome: ExerciseResult['outcome'], date = '2026-06-01') =>
    anExercise({ title: 'Scores', results: [aResult('T1105', { outcome, date, selfAssessed: true })] });

  test.each([
    ['detected', 'proven', 'The team says that it would see it: self-assessed as detected'],
    ['missed', 'failed', 'The team says that it would miss it: self-assessed as missed'],
    ['logged', 'none', 'The team says that it has telemetry only: self-assessed as logged'],
  ] as const)('%s makes it %s, and every sentence says so', (outcome, level, reason) => {
    const assessment = assessed(aWorkspace({ exercises: [scored(outcome)] }), 'T1105');
    expect(assessment.level).toBe(level);
    expect(assessment.reasons).toEqual([`${reason} on 2026-06-01 in “Scores”.`]);
    expect(assessment.selfAssessed).toBe(level === 'none' ? undefined : true);
    const lines = explainLines(assessment, 'Ingress Tool Transfer', '19.1').join('\n');
    expect(lines).not.toMatch(/our environment|was executed here|seen in an exercise/);
    expect(lines).toContain('self-assessed');
  });

  test('outside the window is told as self-assessed', () => {
    const { reasons } = assessed(aWorkspace({ exercises: [scored('detected', '2020-01-01')] }), 'T1105');
    expect(reasons).toEqual([
      'Last self-assessed outside the proof window: self-assessed as detected on 2020-01-01 in “Scores”.',
    ]);
  });

  test('says nothing beside what was watched', () => {
    const watched = anExercise({ title: 'June', date: '2026-05-01', outcomes: [['T1105', 'alerted']] });
    const assessment = assessed(aWorkspace({ exercises: [scored('detected'), watched] }), 'T1105');
    expect(assessment.reasons).toEqual(['Seen by our environment: alerted on 2026-05-01 in “June”.']);
    expect(assessment).not.toHaveProperty('selfAssessed');
  });
});

describe('the catalogue of tests', () => {
  const runs = anExercise({
    title: 'Log',
    results: [
      aResult('T1105', { test: GUID.toUpperCase(), date: '2026-05-01' }),
      // Mapped to a technique of its own: the test is the same.
      aResult('T1105', { test: GUID, date: '2026-06-01', outcome: 'blocked', mapping: aMapping('T9999') }),
      aResult('T1105', { test: 'another' }),
    ],
  });
  const workspace = aWorkspace({
    atomics: [anAtomic('T1105'), anAtomic('T1105', { guid: 'never-run', ordinal: 1 }), anAtomic('T1105.001')],
    exercises: [runs],
  });

  test('stands under its technique with every result that names the test, newest first', () => {
    const { atomics } = assessed(workspace, 'T1105');
    expect(atomics.map(({ test, results }) => [test.guid, results.map(({ result }) => result.date)])).toEqual(
      [
        [GUID, ['2026-06-01', '2026-05-01']],
        ['never-run', []],
      ],
    );
    expect(atomicCounts(atomics)).toEqual({ available: 2, run: 1 });
    expect(assessed(workspace, 'T1059').atomics).toEqual([]);
  });

  test('says nothing of coverage by being there', () => {
    expect(assessed(aWorkspace({ atomics: [anAtomic('T1105')] }), 'T1105')).toMatchObject({
      level: 'none',
      score: 0,
    });
  });

  test('drafts without a GUID are matched with nothing', () => {
    const draft = anAtomic('T1105');
    delete draft.guid;
    const untested = anExercise({ results: [aResult('T1105', {})] });
    const [atomic] = assessed(aWorkspace({ atomics: [draft], exercises: [untested] }), 'T1105').atomics;
    expect(atomic?.results).toEqual([]);
  });

  test('answers what a rule’s simulations are and came to', () => {
    const rule = aDetection({
      simulations: [
        { type: 'atomic-red-team', id: GUID.toUpperCase() },
        { type: 'atomic-red-team', id: 'gone' },
        { type: 'manual', name: 'By hand' },
      ],
    });
    const index = indexAtomics(workspace, allResults(workspace));
    expect(simulationRuns(rule, index).map(({ atomic, results }) => [atomic?.name, results.length])).toEqual([
      ['Fetch a file', 2],
      [undefined, 0],
      [undefined, 0],
    ]);
  });
});

describe('a simulation no catalogue has', () => {
  const rule = aDetection({
    techniques: ['T1105'],
    ordinal: 1,
    simulations: [
      { type: 'atomic-red-team', id: GUID.toUpperCase(), pointer: ['simulation', 0, 'atomic_guid'] },
      { type: 'atomic-red-team', id: 'gone', pointer: ['simulation', 1, 'atomic_guid'] },
      { type: 'stratus-red-team', id: 'other' },
    ],
  });

  test('is a note at its place', () => {
    expect(checkSimulations([rule], [anAtomic('T1105')])).toEqual([
      {
        finding: {
          rule: 'detection/unknown-atomic',
          severity: 'note',
          message: 'Unexpected atomic test `gone`, expected one of the 1 in the catalogue',
          hint: 'Correct the GUID, or update the catalogue of Atomic Red Team.',
          source: 'team',
          path: rule.path,
          item: rule.key,
        },
        at: { ordinal: 1, pointer: ['simulation', 1, 'atomic_guid'] },
      },
    ]);
  });

  test('is nothing where the catalogue has no test for the technique', () => {
    expect(checkSimulations([rule], [])).toEqual([]);
    expect(checkSimulations([rule], [anAtomic('T1059')])).toEqual([]);
  });
});
