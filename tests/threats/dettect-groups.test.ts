import { expect, test } from 'vitest';
import { dettectGroups } from '../../src/threats/formats/dettect-groups.ts';
import { readWith } from '../reading.ts';

const read = (groups: string) =>
  readWith(
    dettectGroups,
    'red-team.yaml',
    `%YAML 1.2\n---\nversion: 1.0\nfile_type: group-administration\nplatform: [Windows]\ngroups:\n${groups}`,
  );

const procedures = (groups: string) =>
  read(groups).threats[0]?.procedures.map(({ actor, mapping, weight }) => [actor, mapping.id, weight]);

test('a group is an actor of the profile, and its techniques are its procedures', () => {
  const content = read(
    `- group_name: Night crew\n  campaign: First\n  technique_id: [T1086, t1059.001]\n  software_id: [S0002]\n  enabled: true\n`,
  );
  expect(content.findings).toEqual([]);
  expect(content.threats).toEqual([
    {
      format: 'dettect-groups',
      title: 'red-team',
      actors: [
        {
          actor: 'Night crew (First)',
          weight: 1,
          own: true,
          names: ['Night crew (First)'],
          pointer: ['groups', 0, 'group_name'],
        },
      ],
      procedures: [
        {
          mapping: {
            written: 'T1086',
            id: 'T1086',
            provenance: 'declared',
            pointer: ['groups', 0, 'technique_id', 0],
          },
          actor: 'Night crew (First)',
        },
        {
          mapping: {
            written: 't1059.001',
            id: 'T1059.001',
            provenance: 'declared',
            pointer: ['groups', 0, 'technique_id', 1],
          },
          actor: 'Night crew (First)',
        },
      ],
      techniques: [],
    },
  ]);
});

test('scores of techniques are weights; one of 0 or less does not count, one that is no number is none', () => {
  expect(
    procedures(
      `- group_name: A\n  technique_id: {T1059: 3, T1105: 0, T1003: -1, T1027: high, T1036: null, T1078: .inf}\n`,
    ),
  ).toEqual([
    ['A', 'T1059', 3],
    ['A', 'T1027', undefined],
    ['A', 'T1036', undefined],
    ['A', 'T1078', undefined],
  ]);
});

test('a disabled group is out; nothing said is enabled', () => {
  const groups = `- {group_name: A, technique_id: [T1105], enabled: false}\n- {group_name: B, technique_id: [T1003]}\n`;
  expect(procedures(groups)).toEqual([['B', 'T1003', undefined]]);
  expect(read(groups).threats[0]?.actors.map(({ actor, pointer }) => [actor, pointer[1]])).toEqual([
    ['B', 1],
  ]);
});

test('odd shapes are passed over, and a campaign without a group is the actor', () => {
  expect(
    procedures(
      `- null\n- 7\n- {technique_id: T1105}\n- {campaign: Late, technique_id: 'T1003, T1027'}\n- {group_name: {a: b}, technique_id: {}}\n- {group_name: [], software_id: [S0002]}\n`,
    ),
  ).toEqual([
    [undefined, 'T1105', undefined],
    ['Late', 'T1003', undefined],
    ['Late', 'T1027', undefined],
  ]);
  expect(read('  {}\n').threats).toMatchObject([{ actors: [], procedures: [] }]);
});

test('other administrations are for other readers', () => {
  expect(
    readWith(dettectGroups, 'a.yaml', 'file_type: technique-administration\ntechniques: []\n').isRecognised,
  ).toBe(false);
});
