import { expect, test } from 'vitest';
import { ads } from '../../src/playbooks/formats/ads.ts';
import type { PlaybookDraft } from '../../src/playbooks/playbook.ts';
import { readWith, type ReadText } from '../reading.ts';
import { ADS_STRATEGY } from './samples.ts';

function one(read: ReadText): PlaybookDraft {
  expect(read.playbooks).toHaveLength(1);
  return read.playbooks[0]!;
}

test.each([2, 3, 7])('places are right in a file with %i byte order marks', (marks) => {
  // The first is taken off when a file is decoded.
  const text = '\ufeff'.repeat(marks - 1) + ADS_STRATEGY;
  const { mappings } = one(readWith(ads, 'a.md', `\ufeff${text}`));
  const [start = 0, end = 0] = (mappings[0]?.pointer ?? []).map(Number);
  expect(text.slice(start, end)).toMatch(/^\[Discovery.*T1063\)$/s);
  const { line, column } = ads.locate(text, 0, mappings[0]?.pointer ?? []) ?? {};
  expect(text.split('\n')[(line ?? 0) - 1]?.slice((column ?? 0) - 1)).toMatch(/^\[Discovery/);
});

test('a strategy is read; only links in its categorization declare techniques', () => {
  const read = readWith(ads, 'strategies/001-Security-Software-Questions.md', ADS_STRATEGY);
  expect(read.findings).toEqual([]);
  const { sections, ...hunt } = one(read);
  const start = ADS_STRATEGY.indexOf('[Discovery');
  const pointer = [start, ADS_STRATEGY.indexOf('T1063)') + 'T1063)'.length];
  expect(hunt).toEqual({
    format: 'ads',
    title: 'Security Software Questions',
    hypothesis: 'Find a tool that asks which security software runs. It asks often.',
    mappings: [{ written: 'T1063', id: 'T1063', tactic: 'Discovery', provenance: 'declared', pointer }],
    tactics: [{ written: 'Discovery', pointer }],
    actors: [],
    platforms: [],
    dataSources: [],
    severity: 'medium',
    status: 'active',
    authors: [],
    runs: [],
    detections: [],
    references: [],
    queries: [{ language: 'kql', text: 'DeviceProcessEvents | take 1' }],
    body: ADS_STRATEGY,
    mdx: false,
  });
  expect(sections.map(({ role }) => role)).toEqual([
    'hypothesis',
    undefined,
    undefined,
    'behaviour',
    'blind-spots',
    'false-positives',
    'validation',
    undefined,
    'response',
    'references',
  ]);
  expect(ads.locate(ADS_STRATEGY, 0, pointer)?.line).toBe(8);
  expect(ads.locate(ADS_STRATEGY, 0, [])?.line).toBe(1);
});

test('sections one level down leave room for a title', () => {
  const text = `# Questions about software\n\n${ADS_STRATEGY.replaceAll(/^# /gm, '## ').replace('## Priority', '## Alert Priority')}## Platforms\n`;
  const hunt = one(readWith(ads, '006.md', text));
  expect(hunt).toMatchObject({ title: 'Questions about software', severity: 'medium' });
  expect(hunt.mappings.map(({ id }) => id)).toEqual(['T1063']);
});

test.each([
  ['[C2](https://attack.mitre.org/tactics/TA0011/)', [], ['TA0011']],
  ['[Web](https://attack.mitre.org/techniques/T1071/004/)', ['T1071.004'], []],
  ['<https://attack.mitre.org/versions/v14/techniques/T1110/001>', ['T1110.001'], []],
  ['https://attack.mitre.org/techniques/T1059', ['T1059'], []],
  ['[Execution / A][one]\n\n[one]: https://attack.mitre.org/techniques/T1059/', ['T1059'], ['Execution']],
  [
    '* [Execution/A](http://attack.mitre.org/techniques/T1059#x)\n  * [B](https://attack.mitre.org/techniques/T1059)',
    ['T1059'],
    ['Execution'],
  ],
  ['[A / B](https://attack.mitre.org/groups/G0016/)', [], []],
  ['[A](https://attack.mitre.org.example.org/techniques/T1059)', [], []],
  ['[A](https://atlas.mitre.org/techniques/AML.T0051)', [], []],
  ['### More\n\n[A](https://attack.mitre.org/techniques/T1059)', ['T1059'], []],
])('a categorization written as %j', (text, techniques, tactics) => {
  const under = ADS_STRATEGY.replaceAll(/^# /gm, '## ').replace(/These attempts[\s\S]*?T1002\)\./, text);
  const hunt = one(readWith(ads, 'a.md', under));
  expect(hunt.mappings.map(({ id }) => id)).toEqual(techniques);
  expect(hunt.tactics.map(({ written }) => written)).toEqual(tactics);
});

test.each([
  ['The priority is set to High.', 'high'],
  ['High when it is a server, low otherwise.', undefined],
  ['It depends.', undefined],
])('the priority “%s” gives the severity %s', (text, severity) => {
  const strategy = ADS_STRATEGY.replace('The priority is medium under all conditions.', text);
  expect(one(readWith(ads, 'a.md', strategy)).severity).toBe(severity);
});

test('six of the sections at one level are enough, five or a mixture are not', () => {
  const headings = ['Goal', 'Categorisation', 'Technical Context', 'Validation', 'Response', 'Priority'];
  const text = headings.map((heading) => `## **${heading}** ##\n`).join('\n');
  const isStrategy = (content: string): boolean => readWith(ads, 'a.md', content).isRecognised;
  expect(isStrategy(text.replaceAll('**', ''))).toBe(true);
  expect(isStrategy(text)).toBe(true);
  expect(isStrategy(text.replaceAll('**', '').replaceAll('\n', '\r\n'))).toBe(true);
  expect(isStrategy(text.replace('## **Goal** ##', ''))).toBe(false);
  expect(isStrategy(text.replace('## **Goal**', '# **Goal**'))).toBe(false);
  expect(isStrategy(text.replace('**Goal**', '**Goal of all this**'))).toBe(false);
  expect(isStrategy(`---\nhypothesis: A\n---\n${text}`)).toBe(false);
});

test.each(['ADS-Framework.md', 'README.md', 'strategy_template.md'])(
  'the framework’s own page %s is left out and says so',
  (path) => {
    const text = ADS_STRATEGY.replace(
      'https://attack.mitre.org/wiki/Technique/T1063',
      'https://attack.mitre.org/',
    );
    expect(readWith(ads, path, text)).toMatchObject({
      playbooks: [],
      ignored: 'that are templates of hunts',
    });
    expect(readWith(ads, path, ADS_STRATEGY).playbooks).toHaveLength(1);
  },
);
