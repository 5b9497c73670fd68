import { expect, test } from 'vitest';
import { otrfNotebooks } from '../../src/playbooks/formats/otrf-notebook.ts';
import { otrfHunts } from '../../src/playbooks/formats/otrf.ts';
import { readWith } from '../reading.ts';
import { OTRF_HUNT, OTRF_NOTEBOOK } from './samples.ts';

test('a hunt is read from its description', () => {
  const { playbooks, findings } = readWith(otrfHunts, 'metadata.yaml', OTRF_HUNT);
  expect(findings).toEqual([]);
  expect(playbooks).toEqual([
    {
      format: 'otrf',
      id: '260301-OddScheduledTask',
      title: 'Odd scheduled task',
      hypothesis: 'Somebody may register a task that starts from a folder users can write to.',
      mappings: [
        {
          written: 'T1053.005',
          id: 'T1053.005',
          tactic: 'TA0003',
          provenance: 'declared',
          pointer: ['attack_mappings', 0, 'sub_technique'],
        },
        {
          written: 'T1047',
          id: 'T1047',
          provenance: 'declared',
          pointer: ['attack_mappings', 1, 'technique'],
        },
        {
          written: 'T1021.006',
          id: 'T1021.006',
          tactic: 'TA0008',
          provenance: 'declared',
          pointer: ['attack_mappings', 2, 'sub-technique'],
        },
        {
          written: 'T1112',
          id: 'T1112',
          provenance: 'declared',
          pointer: ['attack_mappings', 3, 'technique'],
        },
      ],
      tactics: [
        { written: 'TA0003', pointer: ['attack_mappings', 0, 'tactics', 0] },
        { written: 'TA0002', pointer: ['attack_mappings', 1, 'tactics', 0] },
        { written: 'TA0008', pointer: ['attack_mappings', 2, 'tactics', 0] },
      ],
      actors: [],
      platforms: ['Windows'],
      dataSources: [],
      status: 'active',
      authors: ['@first', 'Second Person'],
      created: '2026-03-01',
      reviewed: '2026-04-09',
      runs: [],
      detections: [],
      references: [],
      queries: [],
      sections: [],
      body: '',
      mdx: false,
    },
  ]);
});

test.each([
  ['"001"', 'T1059.001', 0],
  ['001', 'T1059.001', 0],
  ['1', 'T1059.001', 0],
  ['None', 'T1059', 0],
  ['', 'T1059', 0],
  ['PowerShell', 'T1059', 1],
  ['[1]', 'T1059', 1],
])('a sub-technique written %s gives %s', (written, id, findings) => {
  const text = `hypothesis: A\nattack_mappings:\n  - technique: T1059\n    sub_technique: ${written}\n`;
  const read = readWith(otrfHunts, 'metadata.yaml', text);
  expect(read.playbooks[0]?.mappings.map((mapping) => mapping.id)).toEqual([id]);
  expect(read.findings).toHaveLength(findings);
});

test('a finding on a sub-technique shows its place', () => {
  const text = 'hypothesis: A\nattack_mappings:\n  - technique: T1059\n    sub_technique: PowerShell\n';
  expect(readWith(otrfHunts, 'metadata.yaml', text).findings).toEqual([
    {
      rule: 'otrf/invalid-subtechnique',
      severity: 'warning',
      message: 'Unexpected sub-technique `PowerShell`, expected three digits such as `001`',
      hint: 'Write the three digits after the point in quotes; until then the hunt counts for the technique alone.',
      range: { line: 4, column: 20, endLine: 4, endColumn: 30 },
    },
  ]);
});

test('mappings without a hypothesis, and a hypothesis without mappings, are no hunt', () => {
  expect(readWith(otrfHunts, 'a.yml', 'attack_mappings: []\n').isRecognised).toBe(false);
  expect(readWith(otrfHunts, 'a.yml', 'hypothesis: A\n').isRecognised).toBe(false);
  expect(readWith(otrfHunts, 'a.yml', 'hypothesis: A\nattack_mappings: T1059\n').isRecognised).toBe(false);
});

test.each([
  'hypothesis: A\nattack_mappings: [null, 5, [x], {technique: {a: 1}}, {technique: T1059, tactics: {a: 1}}]\n',
  'hypothesis: 5\ntitle: [x]\ncollaborators: {a: 1}\ncreation_date: soon\nattack_mappings: []\n',
  '__proto__: {hypothesis: B}\nhypothesis: A\nattack_mappings: [{__proto__: {technique: T1059}}]\n',
])('values of the wrong kind are left out and never throw', (text) => {
  const [hunt] = readWith(otrfHunts, 'a.yml', text).playbooks;
  expect(hunt?.mappings.every(({ id }) => id === 'T1059')).toBe(true);
  expect(hunt?.created).toBeUndefined();
});

test('a notebook gives the analytics, and is no hunt itself', () => {
  const read = readWith(otrfNotebooks, 'notebook.md', OTRF_NOTEBOOK);
  expect(read.playbooks).toEqual([]);
  expect(read.findings).toEqual([]);
  const [companion] = read.companions ?? [];
  expect(companion).toMatchObject({
    kind: 'otrf-notebook',
    title: 'Odd scheduled task',
    queries: [
      { language: 'sql', platform: 'Analytic I', text: 'SELECT TaskName\nFROM dataTable' },
      { language: 'kql', platform: 'Analytic II', text: 'SecurityEvent | take 1' },
      { language: 'sql', text: 'SELECT 1' },
    ],
    dataSources: ['User created Scheduled job · Example-Security 4698'],
  });
  expect(companion?.queries[2]).not.toHaveProperty('platform');
  expect(companion?.sections.map(({ title, line }) => [line, title])).toEqual([
    [8, 'Odd scheduled task'],
    [10, 'Analytics'],
    [12, 'Analytic I'],
    [20, 'Logic'],
    [27, 'Pandas Query'],
    [33, 'Analytic II'],
    [39, 'Known Bypasses'],
  ]);
  expect(companion?.sections.at(-1)?.role).toBe('blind-spots');
  // Directives of MyST become fences every reader of Markdown knows, line by line.
  expect(companion?.body).toContain('```python\ndf[[');
  expect(companion?.body).not.toContain('{code-');
});

test('other notebooks of a book, and analytics in plain Markdown, are not taken for one', () => {
  const other = OTRF_NOTEBOOK.replaceAll('### Analytic', '### Lesson');
  expect(readWith(otrfNotebooks, 'intro.md', other).isRecognised).toBe(false);
  const plain = OTRF_NOTEBOOK.replace(/^---[\s\S]*?\n---\n/, '');
  expect(readWith(otrfNotebooks, 'notebook.md', plain).isRecognised).toBe(false);
});
