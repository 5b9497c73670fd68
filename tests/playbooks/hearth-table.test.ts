import { expect, test } from 'vitest';
import { hearthTables } from '../../src/playbooks/formats/hearth-table.ts';
import { readWith } from '../reading.ts';
import { printed } from './reading.ts';
import { HEARTH_HEAD, HEARTH_ROW } from './samples.ts';

test('a hunt is its row; only hashtags in the tags declare techniques', () => {
  const read = readWith(hearthTables, 'H901.md', HEARTH_ROW);
  expect(read.findings).toEqual([]);
  const start = HEARTH_ROW.indexOf('T1564.008');
  const tactic = HEARTH_ROW.indexOf('Stealth, Collection');
  const tactics = { pointer: [tactic, tactic + 'Stealth, Collection'.length] };
  expect(read.playbooks).toEqual([
    {
      format: 'hearth-table',
      id: 'H901',
      title: 'Somebody hides mail with a rule.',
      hypothesis: 'Somebody hides mail with a rule.',
      mappings: [
        { written: 'T1564.008', id: 'T1564.008', provenance: 'declared', pointer: [start, start + 9] },
      ],
      tactics: [
        { written: 'Stealth', ...tactics },
        { written: 'Collection', ...tactics },
      ],
      actors: [],
      platforms: [],
      dataSources: [],
      status: 'active',
      authors: ['An Author'],
      runs: [],
      detections: [],
      references: [],
      queries: [],
      sections: [
        { depth: 1, title: 'H901', line: 1 },
        { depth: 2, title: 'Why', role: 'preparation', line: 9 },
        { depth: 2, title: 'References', role: 'references', line: 13 },
      ],
      body: HEARTH_ROW,
      mdx: false,
    },
  ]);
  expect(hearthTables.locate(HEARTH_ROW, 0, [start, start + 9])).toEqual({
    line: 7,
    column: HEARTH_ROW.split('\n')[6]!.indexOf('T1564') + 1,
    endLine: 7,
    endColumn: HEARTH_ROW.split('\n')[6]!.indexOf('T1564') + 10,
  });
  expect(hearthTables.locate(HEARTH_ROW, 0, [])).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 7 });
});

test('a heading that is no id is the title', () => {
  const [hunt] = readWith(hearthTables, 'a.md', HEARTH_ROW.replace('# H901', '# Hidden mail')).playbooks;
  expect(hunt?.title).toBe('Hidden mail');
});

test('with front matter of another kind and Windows line ends places stay right', () => {
  const text = `---\nlayout: page\n---\n${HEARTH_ROW}`.replaceAll('\n', '\r\n');
  const [hunt] = readWith(hearthTables, 'a.md', text).playbooks;
  const [start = 0, end = 0] = (hunt?.mappings[0]?.pointer ?? []) as number[];
  expect(text.slice(start, end)).toBe('T1564.008');
  expect(hunt?.sections[0]?.line).toBe(4);
});

test('a table of several hunts gives one each', () => {
  const text = `# Our hunts

${HEARTH_HEAD}| H901 | First thing. | Execution | A note. | #T1059 | A, B |
| HXXX | [Your idea] | | | | |
| B002 | Second thing. | N/A | | #T1110_001 #AML.T0051 #t1078 | |
| H903 | | | | | |
`;
  const { playbooks } = readWith(hearthTables, 'README.md', text);
  expect(
    playbooks.map(({ id, title, body, authors, tactics, mappings }) => ({
      id,
      title,
      body,
      authors,
      tactics: tactics.map(({ written }) => written),
      techniques: mappings.map((mapping) => mapping.id),
    })),
  ).toEqual([
    {
      id: 'H901',
      title: 'First thing.',
      body: 'A note.',
      authors: ['A', 'B'],
      tactics: ['Execution'],
      techniques: ['T1059'],
    },
    {
      id: 'B002',
      title: 'Second thing.',
      body: '',
      authors: [],
      tactics: [],
      techniques: ['T1110.001', 'T1078'],
    },
  ]);
});

test('a technique in the tactic’s cell counts only where no hashtag declares one', () => {
  const row = (tags: string): string =>
    `${HEARTH_HEAD}| H901 | A thing. | Execution (T1059/001) | | ${tags} | |\n`;
  const without = readWith(hearthTables, 'a.md', row('#execution'));
  expect(without.playbooks[0]?.mappings.map(({ id }) => id)).toEqual(['T1059.001']);
  expect(without.findings).toEqual([]);
  const beside = readWith(hearthTables, 'a.md', row('#T1204'));
  expect(beside.playbooks[0]?.mappings.map(({ id }) => id)).toEqual(['T1204']);
  expect(printed(beside)).toEqual([
    '3:21 note hearth/technique-in-tactics Unexpected technique `T1059.001` among the tactics, expected tactics only (Move it to `techniques` when the hunt looks for it; until then it does not count.)',
  ]);
});

test('a template is left out and says so', () => {
  const read = readWith(hearthTables, 'template.md', `${HEARTH_HEAD}| HXXX | [Your idea] | | | | |\n`);
  expect(read.playbooks).toEqual([]);
  expect(read.ignored).toBe('that are templates of hunts');
});

test.each([
  ['another table', '| Hunt | Idea |\n|---|---|\n| H1 | A |\n'],
  ['the words in prose', 'Hunt # and Idea / Hypothesis are columns.\n'],
  ['front matter that says what it is', `---\nhypothesis: A\ntechniques: [T1059]\n---\n${HEARTH_HEAD}`],
])('%s is no table of hunts', (_, text) => {
  expect(readWith(hearthTables, 'a.md', text).isRecognised).toBe(false);
});

test.each([
  HEARTH_HEAD,
  `${HEARTH_HEAD}| | | | | | |\n`,
  `${HEARTH_HEAD}|\n`,
  `${HEARTH_HEAD}| H1 |\n`,
  HEARTH_HEAD.split('\n')[0]!,
])('a table without rows, or with short ones, never throws', (text) => {
  expect(readWith(hearthTables, 'a.md', text).playbooks).toEqual([]);
});
