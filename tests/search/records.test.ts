import { expect, test } from 'vitest';
import type { SearchRecord } from '../../src/search/record.ts';
import { searchRecords } from '../../src/search/records.ts';
import { aDetection, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';
import { searchedModel } from './searched-model.ts';

function recordsOf(content: Parameters<typeof aWorkspace>[0] = {}): Map<string, SearchRecord> {
  return new Map(searchRecords(searchedModel(aWorkspace(content))).map((record) => [record.path, record]));
}

const APT29 = {
  format: 'coverbook',
  id: 'ours',
  title: 'Ours',
  actors: [{ actor: 'APT29', weight: 3 }],
  procedures: [],
  techniques: [],
  source: 'team',
  path: 'threats/ours.yaml',
} as const;

test('a detection is found by its id, its name and its file, and narrowed by what its techniques belong to', () => {
  const rule = aDetection({
    title: 'Encoded command',
    id: '6f1f8ad3-0b1d-4f5a-9c5e-1d2f8a7b6c5d',
    name: 'encoded_command',
    path: 'rules/windows/proc_creation_encoded.yml',
    description: 'Base64 on the command line.',
    techniques: ['T1059.001'],
  });
  const record = recordsOf({
    detections: [rule],
    threats: [{ ...APT29, actors: [...APT29.actors], procedures: [], techniques: [] }],
  }).get('detections/team/encoded-command/');
  expect(record).toMatchObject({
    type: 'detection',
    title: 'Encoded command',
    keys: ['6f1f8ad3-0b1d-4f5a-9c5e-1d2f8a7b6c5d', 'encoded_command', 'proc_creation_encoded'],
    level: 'claimed',
    line: 'team · Sigma · production',
    filters: { tactic: ['Execution'], platform: ['Windows'], source: ['team'], actor: ['APT29'] },
  });
  expect(record?.text).toBe('Base64 on the command line. T1059.001 PowerShell. windows · process_creation.');
});

test('a rule that does not count has no level and says why', () => {
  const records = recordsOf({ detections: [aDetection({ title: 'Old', status: 'deprecated' })] });
  const record = records.get('detections/team/old/');
  expect(record?.level).toBeUndefined();
  expect(record?.line).toBe('does not count: deprecated · team · Sigma');
});

test('a rule is as proven as the newest result in the window that names it', () => {
  const rule = aDetection({ title: 'Seen', id: 'seen', techniques: ['T1059'] });
  const exercise = (date: string, outcome: 'detected' | 'missed') => {
    const made = anExercise({ title: date, date, outcomes: [['T1059', outcome]] });
    return { ...made, results: made.results.map((result) => ({ ...result, detections: ['seen'] })) };
  };
  const levelWith = (...exercises: ReturnType<typeof exercise>[]) =>
    recordsOf({ detections: [rule], exercises }).get('detections/team/seen/')?.level;
  expect(levelWith()).toBe('claimed');
  expect(levelWith(exercise('2026-05-01', 'detected'))).toBe('proven');
  expect(levelWith(exercise('2026-05-01', 'detected'), exercise('2026-06-01', 'missed'))).toBe('failed');
  expect(levelWith(exercise('2026-06-02', 'detected'), exercise('2026-06-01', 'missed'))).toBe('proven');
  expect(levelWith(exercise('2019-06-02', 'detected'))).toBe('claimed');
});

test('a technique is found with and without its T, a sub-technique by its own name too', () => {
  const records = recordsOf();
  expect(records.get('techniques/T1059/001/')).toMatchObject({
    type: 'technique',
    title: 'Command and Scripting Interpreter: PowerShell',
    id: 'T1059.001',
    keys: ['T1059.001', '1059.001'],
    aliases: ['PowerShell'],
    level: 'none',
    line: '0 rules · 0 playbooks',
    filters: { tactic: ['Execution'] },
  });
  expect(records.get('techniques/T1059/')?.aliases).toEqual([]);
});

test('an actor is found by every alias, and is a filter only when a profile names it', () => {
  const records = recordsOf({
    threats: [{ ...APT29, actors: [...APT29.actors], procedures: [], techniques: [] }],
  });
  const apt29 = records.get('actors/G0016/');
  expect(apt29?.aliases).toEqual(expect.arrayContaining(['Cozy Bear', 'NOBELIUM']));
  expect(apt29?.aliases).not.toContain('APT29');
  expect(apt29?.filters).toEqual({ actor: ['APT29'] });
  expect(records.get('actors/G0007/')?.filters).toEqual({});
});

test('only a current playbook of the team is hunted', () => {
  const records = recordsOf({
    playbooks: [
      aPlaybook({ title: 'Current' }),
      aPlaybook({ title: 'Old', current: false, currentNot: 'no run' }),
      aPlaybook({ title: 'Offered', role: 'library' }),
    ],
  });
  expect(records.get('playbooks/current/')?.level).toBe('hunted');
  expect(records.get('playbooks/old/')).not.toHaveProperty('level');
  expect(records.get('playbooks/old/')?.line).toBe('team · no run');
  expect(records.get('playbooks/offered/')).not.toHaveProperty('level');
});

test('records are sorted by path, and no path is there twice', () => {
  const paths = [
    ...searchRecords(searchedModel(aWorkspace({ config: { attack: { domains: ['enterprise', 'ics'] } } }))),
  ].map(({ path }) => path);
  expect(paths).toEqual([...new Set(paths)].sort());
});

test('log sources, platforms and sources are found where their pages stand', () => {
  const records = recordsOf({ detections: [aDetection({ logSources: ['windows · process_creation'] })] });
  expect(records.get('logs/windows-process-creation/')).toMatchObject({
    type: 'log',
    title: 'windows · process_creation',
    keys: ['windows · process_creation', 'process_creation'],
    line: '1 rule',
  });
  expect(records.get('platforms/windows/')).toMatchObject({ type: 'platform', line: 'named by 1 rule' });
  expect(records.get('sources/team/')?.line).toBe('deployed · 1 rule');
  expect(records.get('detections/team/')?.line).toBe('deployed · 1 rule');
});
