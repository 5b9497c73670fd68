import { expect, test } from 'vitest';
import type { Change, History } from '../../src/coverage/history.ts';
import { recentChanges } from '../../src/coverage/recent-changes.ts';
import { aDetection, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';

function told(content: Parameters<typeof aWorkspace>[0], history?: History): string[] {
  const { changes } = recentChanges(aWorkspace(content), history, 300);
  return changes.map(({ date, kind, title, detail }) =>
    [date, kind, title, ...(detail ? [detail] : [])].join(' · '),
  );
}

function aHistory(changes: Change[]): History {
  return { points: [], changes, notes: [] };
}

function gain(to: string, kind: 'gained' | 'lost' = 'gained'): Change {
  return {
    kind,
    from: '2026-01-01',
    to,
    domain: 'enterprise',
    technique: 'T1113',
    levels: ['none', 'claimed'],
  };
}

test('a rule is told when it was written and when it was last changed', () => {
  const detections = [aDetection({ title: 'A', created: '2026-01-02', modified: '2026-03-04' })];
  expect(told({ detections })).toEqual(['2026-03-04 · rule-changed · A', '2026-01-02 · rule-added · A']);
});

test('a rule that was never changed is told once', () => {
  expect(told({ detections: [aDetection({ title: 'A', created: '2026-01-02' })] })).toEqual([
    '2026-01-02 · rule-added · A',
  ]);
});

test('a rule without dates of its own has those of Git, and without a log none', () => {
  const history = { first: '2026-02-01T10:00:00Z', last: '2026-02-09T10:00:00Z', commits: 2 };
  expect(told({ detections: [aDetection({ title: 'A', history }), aDetection({ title: 'B' })] })).toEqual([
    '2026-02-09 · rule-changed · A',
    '2026-02-01 · rule-added · A',
  ]);
});

test('a rule that does not count says why', () => {
  const detections = [aDetection({ title: 'A', created: '2026-01-02', status: 'deprecated' })];
  expect(told({ detections })).toEqual(['2026-01-02 · rule-added · A · does not count: deprecated']);
});

test('a library is left out', () => {
  const created = '2026-01-02';
  const role = 'library';
  expect(
    told({
      detections: [aDetection({ created, role })],
      playbooks: [aPlaybook({ created, role })],
      exercises: [anExercise({ role })],
    }),
  ).toEqual([]);
});

test('a playbook is told by every run, and a review on the day of a run is not told twice', () => {
  const playbook = aPlaybook({
    title: 'H',
    created: '2026-01-01',
    reviewed: '2026-03-01',
    runs: [
      { date: '2026-02-01', outcome: 'nothing-found', findings: 0 },
      { date: '2026-03-01', outcome: 'findings', findings: 2 },
    ],
  });
  expect(told({ playbooks: [playbook] })).toEqual([
    '2026-03-01 · playbook-run · H · 2 findings',
    '2026-02-01 · playbook-run · H · nothing found',
    '2026-01-01 · playbook-added · H',
  ]);
});

test('an exercise says what came of it', () => {
  const exercise = anExercise({
    title: 'X',
    outcomes: [
      ['T1113', 'detected'],
      ['T1115', 'missed'],
      ['T1005', 'missed'],
    ],
  });
  expect(told({ exercises: [exercise] })).toEqual([
    '2026-06-01 · exercise · X · 3 results: 1 detected, 2 missed',
  ]);
});

test('of one day, what was lost comes before what was written', () => {
  const detections = [aDetection({ title: 'A', created: '2026-04-01' })];
  expect(told({ detections }, aHistory([gain('2026-04-01', 'lost')]))).toEqual([
    '2026-04-01 · lost · Screen Capture · none → claimed',
    '2026-04-01 · rule-added · A',
  ]);
});

test('an entry keeps its identity while the points of the history move', () => {
  const ids = (changes: Change[]): string[] =>
    recentChanges(aWorkspace(), aHistory(changes), 9).changes.map(({ id }) => id);
  const before = ids([gain('2026-04-01')]);
  const later = ids([gain('2026-06-02'), gain('2026-05-01', 'lost'), gain('2026-04-02')]);
  expect(later.at(-1)).toBe(before[0]);
  expect(new Set(later).size).toBe(3);
});

test('what is left out is counted', () => {
  const detections = ['A', 'B', 'C'].map((title) => aDetection({ title, created: '2026-01-02' }));
  const { changes, more } = recentChanges(aWorkspace({ detections }), undefined, 2);
  expect([changes.length, more]).toEqual([2, 1]);
});
