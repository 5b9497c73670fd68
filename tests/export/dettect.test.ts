import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/coverage/assess.ts';
import { toDettect } from '../../src/export/dettect.ts';
import { dettect } from '../../src/exercises/formats/dettect.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { readWith } from '../reading.ts';
import { aDetection } from '../workspace-builder.ts';
import { smallAttack, smallTeam } from './scenario.ts';

function administration(workspace: Workspace = smallTeam()): string {
  return toDettect(workspace, smallAttack(), assess(workspace).domains.get('enterprise')!);
}

interface Technique {
  technique_id: string;
  detection: {
    location: string[];
    score_logbook: { date: string | null; score: number; comment: string }[];
  }[];
  visibility: { score_logbook: { date: string | null; score: number; auto_generated: boolean }[] }[];
}

function techniques(yaml: string): Map<string, Technique> {
  const { techniques: list } = parse(yaml) as { techniques: Technique[] };
  return new Map(list.map((technique) => [technique.technique_id, technique]));
}

test('a whole administration', async () => {
  await expect(administration()).toMatchFileSnapshot('__snapshots__/dettect.yaml');
});

test.each([
  ['T1110', undefined, undefined],
  ['T1059', -1, null],
  ['T1053.005', 0, '2026-07-01'],
  ['T1059.003', 2, '2026-07-01'],
  ['T1059.001', 3, '2026-07-01'],
  ['T1003.001', -1, '2026-07-01'],
])('%s scores %s on %s', (id, score, date) => {
  const entry = techniques(administration()).get(id)?.detection[0]?.score_logbook[0];
  expect([entry?.score, entry?.date]).toEqual([score, date]);
});

test('a claim without a test is basic', () => {
  const workspace = smallTeam({
    detections: [aDetection({ title: 'A', techniques: ['T1003'] })],
    exercises: [],
  });
  expect(techniques(administration(workspace)).get('T1003')?.detection[0]).toMatchObject({
    location: ['A'],
    score_logbook: [{ score: 1 }],
  });
});

test('visibility is scored where it is known, and undated where it is not', () => {
  const entry = (workspace: Workspace) =>
    techniques(administration(workspace)).get('T1059.001')?.visibility[0]?.score_logbook[0];
  expect(entry(smallTeam())).toMatchObject({ date: '2026-07-01', auto_generated: true });
  const { visibility, ...unknown } = smallTeam();
  expect(visibility).toHaveLength(1);
  expect(entry(unknown)).toMatchObject({ date: null, score: 0 });
});

test('reads back as what it was written from', () => {
  const { isRecognised, findings, exercises } = readWith(dettect, 'techniques.yaml', administration());
  expect([isRecognised, findings]).toEqual([true, []]);
  const [read] = exercises;
  expect(read).toMatchObject({ title: 'DeTT&CT scores of Small team', date: '2026-07-01' });
  expect(
    read?.results.map(({ mapping, outcome, date, selfAssessed }) => [
      mapping.id,
      outcome,
      date ?? '2026-07-01',
      selfAssessed,
    ]),
  ).toEqual([
    ['T1003.001', 'missed', '2026-07-01', true],
    ['T1053.005', 'logged', '2026-07-01', true],
    ['T1059.001', 'detected', '2026-07-01', true],
    ['T1059.003', 'detected', '2026-07-01', true],
  ]);
  expect(read?.results[2]?.notes).toContain('detected by Encoded PowerShell');
});

test('no title breaks the file', () => {
  const hostile = [
    '- a: b',
    '# not a comment',
    '"quoted" \'twice\'',
    '*alias',
    '{{ x }}',
    'two\nlines: 1',
    '!!js/function x',
    '=1+1',
    'ends in:',
    '\u0007bell',
  ];
  const workspace = smallTeam({
    detections: hostile.map((title, index) =>
      aDetection({ title, key: `team/${index}`, slug: String(index), techniques: ['T1003'] }),
    ),
  });
  const config = { ...workspace.config, title: 'a: b\n# c' };
  const yaml = administration({ ...workspace, config });
  expect(techniques(yaml).get('T1003')?.detection[0]?.location).toEqual(hostile);
  expect((parse(yaml) as { name: string }).name).toBe('a: b\n# c');
});
