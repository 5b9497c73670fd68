import { expect, test } from 'vitest';
import { actorNames } from '../../src/playbooks/formats/actor-names.ts';
import { peak } from '../../src/playbooks/formats/peak.ts';
import type { PlaybookDraft } from '../../src/playbooks/playbook.ts';
import { readWith, type ReadText } from '../reading.ts';
import { printed } from './reading.ts';
import { ABLE_TABLE, PEAK_REPORT } from './samples.ts';

function one(read: ReadText): PlaybookDraft {
  expect(read.playbooks).toHaveLength(1);
  return read.playbooks[0]!;
}

test('a report is read from its headings and tables; only the labelled list declares techniques', () => {
  const read = readWith(peak, 'report.md', PEAK_REPORT);
  const { sections, mappings, tactics, ...hunt } = one(read);
  expect(hunt).toEqual({
    format: 'peak',
    id: 'H-0901',
    title: 'Memory read on servers',
    hypothesis: 'Somebody reads memory with procdump.',
    actors: ['G0032'],
    platforms: [],
    dataSources: [],
    status: 'active',
    authors: ['First Author', 'Second Author'],
    created: '2026-02-03',
    runs: [],
    detections: [],
    references: [],
    queries: [{ language: 'spl', text: 'index=edr' }],
    body: PEAK_REPORT,
    mdx: false,
  });
  expect(mappings.map(({ id }) => id)).toEqual(['T1003.001', 'T1068', 'T1036.005']);
  const sources = mappings.map(({ pointer }) => PEAK_REPORT.slice(...(pointer as [number, number])));
  expect(sources).toEqual([
    'T1003.001',
    'T1068',
    '[Masquerading](https://attack.mitre.org/techniques/T1036/005/)',
  ]);
  expect(tactics.map(({ written }) => written)).toEqual(['TA0006']);
  expect(sections.map(({ role }) => role)).toContain('execution');
});

test('an id with the template’s marks does not count, and is reported at its place', () => {
  const line = (start: string): number =>
    PEAK_REPORT.split('\n').findIndex((text) => text.trimStart().startsWith(start)) + 1;
  expect(printed(readWith(peak, 'report.md', PEAK_REPORT)).map((text) => text.split(',')[0])).toEqual([
    `${line('- `T1110')}:5 warning peak/marked-id Unexpected \`T1110\` in code or brackets`,
    `${line('- [T1078')}:6 warning peak/marked-id Unexpected \`T1078\` in code or brackets`,
  ]);
});

test('the actor’s row answers for its pointer', () => {
  const line = PEAK_REPORT.split('\n').findIndex((text) => text.startsWith('| **Actor**')) + 1;
  expect(peak.locate(PEAK_REPORT, 0, ['actors', 0])?.line).toBe(line);
  expect(peak.locate(PEAK_REPORT, 0, [])).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 41 });
});

test.each([
  ['**MITRE ATT&CK Techniques:** T1059.001, T1078', ['T1059.001', 'T1078']],
  ['**MITRE ATT&CK Techniques:**\n- T1059\n- T1078\n\nThen T1001.', ['T1059', 'T1078']],
  ['**MITRE ATT&CK Techniques:**\n\n1. T1059\n\n- T1001', ['T1059']],
  ['### MITRE ATT&CK Techniques\n\nThose:\n\n- T1059\n\nand T1078.\n\n### Next\n\nT1001', ['T1059', 'T1078']],
  ['| Field | Value |\n|---|---|\n| MITRE ATT&CK Techniques | T1059 |\n| Other | T1001 |', ['T1059']],
  ['ATT&CK techniques: T1059', ['T1059']],
  ['MITRE ATT&CK techniques such as T1001 are prose.', []],
  ['We looked at MITRE ATT&CK techniques such as T1001.', []],
  ['**MITRE ATT&CK Techniques:**\n- `TAxxxx - Tactic Name`\n- `Txxxx - Technique Name`', []],
])('techniques written as %j', (text, ids) => {
  const report = `## Hunt ID: H-1\n\n${ABLE_TABLE}\n${text}\n`;
  expect(one(readWith(peak, 'a.md', report)).mappings.map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['a head across', '| Adversary | Behavior | Location | Examples |\n|--|--|--|--|\n| FIN7 | b | l | e |\n'],
  [
    'no head of its own',
    '| Actor | FIN7 |\n|--|--|\n| Behaviour: | b |\n| Location | l |\n| Evidence | e |\n',
  ],
])('an ABLE_TABLE table with %s is read', (_, table) => {
  const hunt = one(readWith(peak, 'a.md', `# A hunt\n\n## Hypothesis\n\nA thing\nhappens.\n\n${table}`));
  expect(hunt).toMatchObject({ title: 'A hunt', hypothesis: 'A thing happens.', actors: ['FIN7'] });
});

test('ABLE_TABLE as headings is recognised, and the id may stand under its heading', () => {
  const text =
    '## Hunt ID\n\nB-0007\n\n## Hunt Title\n\nA baseline\n\n### Actor\n\n### Behavior\n\n### Location\n\n### Evidence\n';
  expect(one(readWith(peak, 'a.md', text))).toMatchObject({ id: 'B-0007', title: 'A baseline' });
});

test('a report full of placeholders is a template: left out, and it says so', () => {
  const template = PEAK_REPORT.replace('H-0901', 'H/B/M-XXXX')
    .replace('Memory read on servers', '')
    .replace('Somebody reads memory with `procdump`.', '[What are you looking for?]')
    .replace('An example', '`An example`')
    .replace(/ {2}- T(?:A0006|1003).*\n/g, '')
    .replace(/ {2}- \[T1068.*\n/, '')
    .replace(/ {2}- \[Masq.*\n/, '');
  const read = readWith(peak, 'PEAK-Template.md', template);
  expect(read.isRecognised).toBe(true);
  expect(read.playbooks).toEqual([]);
  expect(read.findings).toEqual([]);
  expect(read.ignored).toBe('that are templates of hunts');
});

test.each([
  ['three of the four', '| Actor | a |\n|--|--|\n| Behavior | b |\n| Location | l |\n'],
  ['the words in a list', '- Actor\n- Behavior\n- Location\n- Evidence\n'],
  ['front matter of another hunt', `---\nhunt_id: H-1\n---\n${ABLE_TABLE}`],
  ['front matter of our own', `---\ntitle: A\nhypothesis: B\n---\n${ABLE_TABLE}`],
])('%s is no report', (_, text) => {
  expect(readWith(peak, 'a.md', text).isRecognised).toBe(false);
});

test.each([
  ['APT29', ['APT29']],
  ['APT29 (G0016), Lazarus Group', ['G0016']],
  ['Scattered Spider; FIN7 and Wizard Spider', ['Scattered Spider', 'FIN7', 'Wizard Spider']],
  ['Cozy Bear (a name of many)', ['Cozy Bear']],
  ['Insider', []],
  ['Any threat actor', []],
  ['Financially motivated criminals who buy access', []],
  [undefined, []],
])('the actor “%s” names %j', (cell, names) => {
  expect(actorNames(cell)).toEqual(names);
});
