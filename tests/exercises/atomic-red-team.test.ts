import { expect, test } from 'vitest';
import { atomicRedTeam } from '../../src/exercises/formats/atomic-red-team.ts';
import { readWith } from '../reading.ts';

const TESTS = `attack_technique: T1105
display_name: Ingress Tool Transfer
atomic_tests:
- name: Fetch a file
  auto_generated_guid: 6C1F2A90-0000-4000-8000-0000000000AA
  description: |
    Gets a file.

    - name: this is prose
  supported_platforms:
  - windows
  - iaas:aws
  executor:
    name: powershell
    elevation_required: true
    command: |
      # - name: nothing
      get
# between two tests

- name: Draft
  supported_platforms: linux
  executor:
    name: manual
    steps: |
      1. Wait
`;

test('tests are read with the lines they stand on', () => {
  const read = readWith(atomicRedTeam, 'T1105.yaml', TESTS);
  const mapping = { written: 'T1105', id: 'T1105', provenance: 'declared', pointer: ['attack_technique'] };
  expect(read.findings).toEqual([]);
  expect(read.atomics).toEqual([
    {
      guid: '6c1f2a90-0000-4000-8000-0000000000aa',
      name: 'Fetch a file',
      description: 'Gets a file.\n\n- name: this is prose',
      mapping,
      platforms: ['windows', 'iaas:aws'],
      executor: 'powershell',
      elevated: true,
      lines: { from: 4, to: 18 },
      ordinal: 0,
    },
    {
      name: 'Draft',
      mapping,
      platforms: ['linux'],
      executor: 'manual',
      elevated: false,
      lines: { from: 21, to: 26 },
      ordinal: 1,
    },
  ]);
});

const lines = (text: string) =>
  readWith(atomicRedTeam, 'a.yaml', text).atomics.map(({ lines: { from, to } }) => [from, to]);

test('lines are exact at any indent, with any line ends, and before other keys', () => {
  const indented = TESTS.replaceAll(/^(?=[-\s#])(?=.)/gm, '    ');
  expect(lines(indented)).toEqual([
    [4, 18],
    [21, 26],
  ]);
  expect(lines(TESTS.replaceAll('\n', '\r\n'))).toEqual([
    [4, 18],
    [21, 26],
  ]);
  expect(lines(`${TESTS}\nlast_key: 1\n`)).toEqual([
    [4, 18],
    [21, 26],
  ]);
});

test('a list in another style is left to the parser of positions', () => {
  const flow = 'attack_technique: T1105\natomic_tests: [\n  { name: One },\n  { name: Two }\n]\n';
  expect(lines(flow).map(([from]) => from)).toEqual([3, 4]);
});

test('an item that is no test takes nothing from the others', () => {
  const text =
    'attack_technique: T1105\natomic_tests:\n- null\n- description: no name\n- name: Third\n  executor: x\n';
  const { atomics } = readWith(atomicRedTeam, 'a.yaml', text);
  expect(atomics.map(({ name, ordinal, lines: span }) => [name, ordinal, span])).toEqual([
    ['Third', 2, { from: 5, to: 6 }],
  ]);
});

test('indexes and templates hold nothing of their own', () => {
  const index = 'execution:\n  T1105:\n    technique: { name: x }\n    atomic_tests: []\n';
  expect(readWith(atomicRedTeam, 'index.yaml', index)).toMatchObject({
    isRecognised: true,
    atomics: [],
    ignored: 'that are indexes of Atomic Red Team',
  });
  const table =
    'Tactic,Technique #,Technique Name,Test #,Test Name,Test GUID,Executor Name\nx,T1105,y,1,z,g,sh\n';
  expect(readWith(atomicRedTeam, 'index.csv', table)).toMatchObject({
    isRecognised: true,
    ignored: 'that are indexes of Atomic Red Team',
  });
  const template = 'attack_technique: TODO\natomic_tests:\n- name: TODO\n';
  expect(readWith(atomicRedTeam, 'template.yaml', template)).toMatchObject({
    isRecognised: true,
    atomics: [],
    ignored: 'that are templates of atomic tests',
  });
});

test('other YAML beside the tests is left alone', () => {
  const pod = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: busybox\n';
  for (const text of [
    pod,
    'attack_technique: T1105\n',
    'attack_technique: T1105\natomic_tests: x\n',
    '- 1\n',
    '3\n',
  ]) {
    expect(readWith(atomicRedTeam, 'a.yaml', text).isRecognised, text).toBe(false);
  }
});
