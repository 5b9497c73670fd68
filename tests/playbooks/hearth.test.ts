import { expect, test } from 'vitest';
import { coverbookPlaybooks } from '../../src/playbooks/formats/coverbook.ts';
import { hearth } from '../../src/playbooks/formats/hearth.ts';
import { tacticEntry } from '../../src/playbooks/formats/hearth-tactics.ts';
import type { PlaybookDraft } from '../../src/playbooks/playbook.ts';
import { readWith, type ReadText } from '../reading.ts';
import { printed } from './reading.ts';
import { HEARTH_HUNT } from './samples.ts';

function one(read: ReadText): PlaybookDraft {
  expect(read.playbooks).toHaveLength(1);
  return read.playbooks[0]!;
}

/** Front matter of the least hunt there is, with more lines in it. */
const least = (...lines: string[]): string =>
  ['---', 'category: Flames', 'hypothesis: Something happens.', ...lines, '---', ''].join('\n');

test('a hunt is read from its front matter; tags, notes and body map nothing', () => {
  const read = readWith(hearth, 'H901.md', HEARTH_HUNT);
  expect(read.findings).toEqual([]);
  const { body, sections, ...hunt } = one(read);
  expect(hunt).toEqual({
    format: 'hearth',
    id: 'H901',
    title: 'Tasks that start from shared folders',
    hypothesis: 'Somebody registers a task that starts from a folder every user can write to.',
    mappings: [
      { written: 'T1053.005', id: 'T1053.005', provenance: 'declared', pointer: ['techniques', 0] },
      { written: 'T1036', id: 'T1036', provenance: 'declared', pointer: ['techniques', 1] },
    ],
    tactics: [
      { written: 'Persistence', pointer: ['tactics', 0] },
      { written: 'Defense Evasion', pointer: ['tactics', 1] },
    ],
    actors: [],
    platforms: [],
    dataSources: ['Task registration', 'File creation'],
    severity: 'high',
    status: 'active',
    authors: ['First Author', 'Second Author (A Team, Inc.)'],
    created: '2026-01-02',
    reviewed: '2026-03-04',
    runs: [],
    detections: [],
    references: [],
    queries: [
      { language: 'spl', platform: 'Splunk', text: 'index=tasks\n| stats count' },
      { language: 'text', platform: 'An in-house tool', text: 'tasks last 1d' },
    ],
    mdx: false,
  });
  expect(sections.map(({ title }) => title)).toEqual([
    'H901',
    'Why',
    'References',
    'Notes',
    'False positives',
    'Hunting queries',
    'Splunk',
    'An in-house tool',
  ]);
  expect(sections[1]?.line).toBe(HEARTH_HUNT.split('\n').indexOf('## Why') + 1);
  expect(body).toContain('## False positives\n\nUpdaters do so, too.\n');
  expect(body).toContain('Tasks of the last day.\n\n```spl\nindex=tasks\n');
});

test('what does not stand in front matter is not made up', () => {
  expect(one(readWith(hearth, 'H1.md', least()))).toEqual({
    format: 'hearth',
    title: 'Something happens.',
    hypothesis: 'Something happens.',
    mappings: [],
    tactics: [],
    actors: [],
    platforms: [],
    dataSources: [],
    status: 'active',
    authors: [],
    runs: [],
    detections: [],
    references: [],
    queries: [],
    sections: [],
    body: '',
    mdx: false,
  });
});

test.each([
  ['Defense Evasion (TA0005)', 'Defense Evasion', []],
  ['Stealth', 'Stealth', []],
  ['TA0112', 'TA0112', []],
  ['Something New (TA0099)', 'TA0099', []],
  ['Masquerading (T1036)', undefined, ['T1036']],
  ['Defense Evasion (T1218', 'Defense Evasion', ['T1218']],
  ['T1566.002)', undefined, ['T1566.002']],
  [
    'Tactic: Defense Evasion (TA0005) - Technique: Impair Defenses: Disable It (T1562.004)',
    'Defense Evasion',
    ['T1562.004'],
  ],
  ['Tactic: Command & Control', 'Command & Control', []],
  ['command-and-control', 'command-and-control', []],
  ['Masquerading', 'Masquerading', []],
  ['AML.TA0005', undefined, []],
  ['MITRE ATLAS: Model Access (T0040)', undefined, []],
  ['  ', undefined, []],
])('the tactics entry “%s” names the tactic %s and the techniques %j', (written, tactic, techniques) => {
  expect(tacticEntry(written)).toEqual({ techniques, ...(tactic !== undefined && { tactic }) });
});

test('a technique among the tactics is a note where techniques are declared', () => {
  const text = least(
    'techniques: [T1036]',
    'tactics:',
    '  - Defense Evasion (T1218',
    '  - Masquerading (T1036)',
    '  - Defense Evasion',
  );
  const read = readWith(hearth, 'H1.md', text);
  const { mappings, tactics } = one(read);
  expect(mappings.map(({ id }) => id)).toEqual(['T1036']);
  expect(tactics).toEqual([{ written: 'Defense Evasion', pointer: ['tactics', 0] }]);
  expect(printed(read)).toEqual([
    '6:5 note hearth/technique-in-tactics Unexpected technique `T1218` among the tactics, expected tactics only (Move it to `techniques` when the hunt looks for it; until then it does not count.)',
    '7:5 note hearth/technique-in-tactics Unexpected technique `T1036` among the tactics, expected tactics only (It is declared in its place as well: leave the tactic only.)',
  ]);
});

test('a technique among the tactics is the mapping where none is declared', () => {
  const read = readWith(hearth, 'H1.md', least('tactics: "Stealth (T1218, T1566.002)"', 'techniques: []'));
  expect(read.findings).toEqual([]);
  expect(one(read).mappings.map(({ id, pointer }) => [id, pointer])).toEqual([
    ['T1218', ['tactics']],
    ['T1566.002', ['tactics']],
  ]);
});

test.each([
  ['T1059.001, T1078', ['T1059.001', 'T1078']],
  ['[T1059, t1078.004, T1059]', ['T1059', 'T1078.004']],
  ['[AML.T0051, "MITRE ATLAS: T0040", null, {a: 1}]', []],
  ['[T1059.001 - PowerShell]', ['T1059.001']],
  ['[PowerShell]', ['PowerShell']],
])('techniques written as %s', (written, ids) => {
  const { mappings } = one(readWith(hearth, 'H1.md', least(`techniques: ${written}`)));
  expect(mappings.map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['current', 'active'],
  ['Stale', 'retired'],
  ['retired', 'retired'],
  ['', 'active'],
])('the status “%s” makes the hunt %s', (written, status) => {
  const read = readWith(hearth, 'H1.md', least(`status: ${written}`));
  expect(read.findings).toEqual([]);
  expect(one(read).status).toBe(status);
});

test('a status or severity nobody knows is a finding, and the hunt does not count', () => {
  const read = readWith(hearth, 'H1.md', least('status: currant', 'severity: [bad]'));
  expect(one(read).status).toBe('draft');
  expect(one(read)).not.toHaveProperty('severity');
  expect(printed(read)).toEqual([
    '5:1 warning hearth/invalid-value Unexpected severity `a list`, expected one of `informational`, `low`, `medium`, `high`, `critical` (Correct it; it reads as not stated.)',
    '4:9 warning hearth/invalid-value Unexpected status `currant`, expected one of `current`, `stale`, `retired` (Correct it; until then the hunt counts as a draft.)',
  ]);
});

test.each([
  ['id: H001\nhypothesis: A'],
  ['id: b0123\nhypothesis: A\ntechniques: [T1059]'],
  ['category: Alchemy\nhypothesis: A'],
  ['category: embers\nid: B001\nhypothesis: A\nauthors: [x]'],
])('front matter with %j is HEARTH’s', (frontMatter) => {
  expect(readWith(hearth, 'x.md', `---\n${frontMatter}\n---\n`).isRecognised).toBe(true);
});

test.each([
  ['id: H001\ntitle: A\nhypothesis: A\ntechniques: [T1059]\ncadence: 90d'],
  ['id: M365\ntitle: A\nhypothesis: A\nplatforms: [Windows]'],
  ['id: HEARTH_HUNT-001\ntitle: A\nhypothesis: A'],
  ['category: Lateral movement\ntitle: A\nhypothesis: A'],
])('a playbook of our own with %j stays ours', (frontMatter) => {
  const text = `---\n${frontMatter}\n---\n`;
  expect(readWith(hearth, 'x.md', text).isRecognised).toBe(false);
  expect(readWith(coverbookPlaybooks, 'x.md', text).isRecognised).toBe(true);
});

test('front matter without a hypothesis, and a page without front matter, are no hunts', () => {
  expect(readWith(hearth, 'x.md', '---\nid: H001\ncategory: Flames\n---\n').isRecognised).toBe(false);
  expect(readWith(hearth, 'secret.md', '# H001\n\nhypothesis: A\n').isRecognised).toBe(false);
});

test.each([
  'category: Flames\nid: HXXX\nhypothesis: "[What may be happening]"',
  'category: Flames\nid: "H###"\nhypothesis: One sentence',
  'category: Flames\nhypothesis:',
])('a template (%j) is left out and says so', (frontMatter) => {
  const read = readWith(hearth, 'template.md', `---\n${frontMatter}\n---\n`);
  expect(read.playbooks).toEqual([]);
  expect(read.ignored).toBe('that are templates of hunts');
});

test.each([
  'submitter: {name: [a, {b: 1}], link: 5}\ndetection_queries: {query: x}\nnotes: {a: 1}',
  '__proto__: {id: H1}\nconstructor: x\ntags: {a: 1}\ntactics: {Execution: 1}\ntechniques: {T1059: 1}',
  'submitter: 5\ntactics: [null, [Execution], 7]\ndetection_queries: [null, {query: [x]}, {platform: {a: 1}, query: "```"}]',
  'created: yesterday\nlast_reviewed: 2026-02-30\nrequired_data_sources: true\nfalse_positive_notes: [a, null]',
])('values of the wrong kind are left out and never throw', (lines) => {
  const read = readWith(hearth, 'H1.md', least(lines));
  const hunt = one(read);
  expect(hunt.mappings).toEqual([]);
  expect(hunt).not.toHaveProperty('created');
  expect(hunt).not.toHaveProperty('reviewed');
});
