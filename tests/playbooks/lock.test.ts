import { expect, test } from 'vitest';
import { lock } from '../../src/playbooks/formats/lock.ts';
import type { PlaybookDraft } from '../../src/playbooks/playbook.ts';
import { readWith, type ReadText } from '../reading.ts';
import { printed } from './reading.ts';
import { LOCK_HUNT } from './samples.ts';

function one(read: ReadText): PlaybookDraft {
  expect(read.playbooks).toHaveLength(1);
  return read.playbooks[0]!;
}

const least = (...lines: string[]): string =>
  ['---', 'hunt_id: H-0001', 'hunter: A', ...lines, '---', ''].join('\n');

test('a hunt is read from its front matter; what the body says again is not merged', () => {
  const read = readWith(lock, 'H-0901.md', LOCK_HUNT);
  expect(read.findings).toEqual([]);
  const { body, sections, ...hunt } = one(read);
  expect(hunt).toEqual({
    format: 'lock',
    id: 'H-0901',
    title: 'Data gathered on one machine',
    hypothesis: 'Somebody gathers files in one folder.',
    mappings: [
      { written: 'T1005', id: 'T1005', provenance: 'declared', pointer: ['techniques', 0] },
      { written: 'T1560.001', id: 'T1560.001', provenance: 'declared', pointer: ['techniques', 1] },
      { written: 'T5678', id: 'T5678', provenance: 'declared', pointer: ['techniques', 2] },
    ],
    tactics: [
      { written: 'collection', pointer: ['tactics', 0] },
      { written: 'command-and-control', pointer: ['tactics', 1] },
    ],
    actors: ['Scattered Spider'],
    platforms: ['macOS', 'Linux'],
    dataSources: ['Endpoint events'],
    status: 'active',
    authors: ['First Author'],
    created: '2026-02-03',
    runs: [
      {
        date: '2026-02-03',
        outcome: 'findings',
        findings: 1,
        notes: 'Findings: 3, true positives: 1, false positives: 2',
      },
    ],
    detections: [],
    references: [],
    queries: [{ language: 'sql', platform: 'OBSERVE', text: 'SELECT 1' }],
    mdx: false,
  });
  expect(sections.map(({ title }) => title)).toContain('Hypothesis Statement');
  expect(body).toBe(LOCK_HUNT.slice(LOCK_HUNT.indexOf('\n# H-0901')));
});

test.each([
  ['planning', 'draft'],
  ['in-progress', 'active'],
  ['In Progress', 'active'],
  ['completed', 'active'],
  ['', 'active'],
])('the status “%s” makes the hunt %s', (written, status) => {
  const read = readWith(lock, 'a.md', least(`status: ${written}`));
  expect(read.findings).toEqual([]);
  expect(one(read).status).toBe(status);
});

test.each(['done', '[completed]'])('the status %s is a finding, and the hunt a draft', (written) => {
  const read = readWith(lock, 'a.md', least(`status: ${written}`));
  expect(one(read).status).toBe('draft');
  expect(one(read).runs).toEqual([]);
  expect(printed(read)).toHaveLength(1);
  expect(printed(read)[0]).toMatch(
    /^4:\d+ warning lock\/invalid-status Unexpected status `[^`]+`, expected one of `planning`, `in-progress`, `completed`/,
  );
});

test.each([
  ['completed', ['findings_count: 0'], [['nothing-found', 0]]],
  ['completed', ['findings_count: 2'], [['findings', 2]]],
  ['completed', ['findings_count: 3', 'true_positives: 0', 'false_positives: 3'], [['nothing-found', 0]]],
  ['completed', ['true_positives: "4"'], [['findings', 4]]],
  ['completed', [], []],
  ['completed', ['findings_count: many', 'true_positives: -1'], []],
  ['in-progress', ['findings_count: 2'], []],
  ['planning', ['findings_count: 0'], []],
])('a hunt that is %s with %j has the runs %j', (status, counts, runs) => {
  const read = readWith(lock, 'a.md', least(`status: ${status}`, 'date: 2026-02-03', ...counts));
  expect(one(read).runs.map(({ outcome, findings }) => [outcome, findings])).toEqual(runs);
});

test('a run without a date is none', () => {
  const text = least('status: completed', 'date: YYYY-MM-DD', 'findings_count: 1');
  expect(one(readWith(lock, 'a.md', text)).runs).toEqual([]);
});

test.each([
  ['[Your Name]', []],
  ['"[Your Name]"', []],
  ['TBD', []],
  ['[First Author, Second Author]', ['First Author', 'Second Author']],
  ['First Author, Second Author', ['First Author', 'Second Author']],
])('the hunter %s is read as %j', (hunter, authors) => {
  const text = `---\nhunt_id: H-0001\nhunter: ${hunter}\n---\n`;
  expect(one(readWith(lock, 'a.md', text)).authors).toEqual(authors);
});

test('an id and the title are enough', () => {
  expect(one(readWith(lock, 'a.md', '---\nhunt_id: 7\ntechniques: T1059\n---\n'))).toMatchObject({
    id: '7',
    title: '7',
    mappings: [{ id: 'T1059', pointer: ['techniques'] }],
    status: 'active',
  });
});

test('the template is left out and says so', () => {
  const text = '---\nhunt_id: H-XXXX\ntitle: "[Hunt Title]"\nhunter: [Your Name]\ntechniques: [T1005]\n---\n';
  const read = readWith(lock, 'template.md', text);
  expect(read.playbooks).toEqual([]);
  expect(read.ignored).toBe('that are templates of hunts');
});

test('an id of a hunt alone is not enough', () => {
  expect(readWith(lock, 'a.md', '---\nhunt_id: H-0001\n---\n').isRecognised).toBe(false);
  expect(readWith(lock, 'a.md', '---\ntechniques: [T1059]\nhunter: A\n---\n').isRecognised).toBe(false);
});

test('places of what it read are in the file', () => {
  expect(lock.locate(LOCK_HUNT, 0, ['techniques', 2])).toMatchObject({ line: 9, column: 32, endColumn: 37 });
  expect(lock.locate(LOCK_HUNT, 0, ['actors', 0])?.line).toBe(
    LOCK_HUNT.split('\n').findIndex((line) => line.startsWith('| **Actor**')) + 1,
  );
});

test.each([
  'techniques: {a: T1059}\ntactics: {a: 1}\nplatform: [[x]]\ndate: {a: 1}\nfindings_count: [1]',
  '__proto__: {hunter: B}\ntactics: [null, 5]\ntechniques: [null]\nstatus: completed\ndate: 2026-02-30',
])('values of the wrong kind are left out and never throw', (lines) => {
  const hunt = one(readWith(lock, 'a.md', least(lines)));
  expect(hunt.mappings).toEqual([]);
  expect(hunt.runs).toEqual([]);
});
