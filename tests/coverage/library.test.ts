import { expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import { backlogOf } from '../../src/coverage/backlog.ts';
import { gapsOf } from '../../src/coverage/gaps.ts';
import { aDetection, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';

const library = { source: 'library', role: 'library' } as const;
const workspace = aWorkspace({
  detections: [aDetection({ ...library, title: 'A rule of others', techniques: ['T1059.001'] })],
  playbooks: [
    aPlaybook({
      ...library,
      title: 'A hunt of others',
      techniques: ['T1059.001'],
      current: false,
      currentNot: 'library source',
      due: '2026-01-01',
    }),
  ],
  exercises: [anExercise({ ...library, title: 'Seen elsewhere', outcomes: [['T1059.001', 'detected']] })],
});
const coverage = assess(workspace);
const assessment = coverage.domains.get('enterprise')?.assessments.get('T1059.001');

test('what a library holds changes neither level nor score', () => {
  expect(assessment).toMatchObject({ level: 'none', score: 0, playbooks: [], results: [] });
});

test('rules and hunts of a library are offered for the gap', () => {
  const gap = gapsOf(workspace, coverage, 'enterprise').find(({ technique }) => technique === 'T1059.001');
  expect(gap?.closes.library.map(({ title }) => title)).toEqual(['A rule of others']);
  expect(gap?.closes.hunts.map(({ title }) => title)).toEqual(['A hunt of others']);
});

test('a hunt of a library is never due here, and leaves its technique among those never hunted', () => {
  const backlog = backlogOf(workspace, coverage);
  expect(backlog.filter(({ kind }) => kind !== 'never-hunted')).toEqual([]);
  expect(backlog.some((item) => item.kind === 'never-hunted' && item.technique === 'T1059.001')).toBe(true);
});
