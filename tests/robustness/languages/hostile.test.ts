import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/robustness/languages.ts';
import type { QueryTree } from '../../../src/robustness/query-tree.ts';

/** Large enough for anything quadratic to be seen, and read as a whole. */
const SIZE = 60_000;
const filled = (text: string, size = SIZE): string =>
  text.repeat(Math.ceil(size / text.length)).slice(0, size);

const FORMS = [
  '(',
  ')',
  '[',
  '{',
  '"',
  "'",
  '`',
  '\\"',
  '"\\"\n',
  '"""',
  '\0',
  '-',
  '!',
  '|',
  ';',
  '/',
  '/*',
  '@"',
  'not ',
  'NOT ',
  'a and ',
  'a OR b ',
  'a=',
  'a:(',
  'a:{ ',
  'a.',
  'f(a,',
  'x\n\n',
  '(union ',
  '| join (T ',
  '| join x [search ',
  '| where a == "b" ',
  '[process where a == "b"] ',
  '$e.a = "b" ',
  '%{a:',
  '(?<a',
];
/** What makes each language read on where its conditions stand. */
const LEADS: Record<string, string[]> = {
  eql: ['any where ', 'sequence ', 'any where a in ('],
  esql: ['from i | where ', 'from i | eval b = '],
  kuery: ['a:('],
  lucene: ['a:('],
  kql: ['T | where ', 'let a = ', 'T | where a in ('],
  spl: ['| tstats count from datamodel=x where ', 'a=b | where '],
  yaral: ['events: ', 'events: $e.a = "b" condition: '],
};

/** How many nodes a tree has, and how deep it is. */
function extent(tree: QueryTree): { nodes: number; depth: number } {
  const open: [QueryTree, number][] = [[tree, 1]];
  let [nodes, depth] = [0, 0];
  for (let next = open.pop(); next; next = open.pop()) {
    const [part, level] = next;
    nodes += 1;
    depth = Math.max(depth, level);
    if (part.kind === 'not') open.push([part.of, level + 1]);
    else if (part.kind === 'all' || part.kind === 'any')
      for (const inner of part.of) open.push([inner, level + 1]);
  }
  return { nodes, depth };
}

test.each([...LANGUAGES.keys()])(
  '%s: no text throws, hangs or grows a tree beyond it',
  (name) => {
    const language = LANGUAGES.get(name)!;
    for (const lead of ['', ...(LEADS[name] ?? [])])
      for (const form of FORMS) {
        const start = process.cpuUsage().user;
        const { nodes, depth } = extent(language.parse(lead + filled(form)));
        const seconds = (process.cpuUsage().user - start) / 1e6;
        expect(seconds, `${lead}${form}`).toBeLessThan(5);
        expect(nodes, `${lead}${form}`).toBeLessThan(SIZE);
        expect(depth, `${lead}${form}`).toBeLessThan(150);
      }
  },
  300_000,
);

test.each([...LANGUAGES.keys()])('%s: a megabyte is not read, and says so', (name) => {
  const tree = LANGUAGES.get(name)!.parse(filled('(', 1_000_000));
  expect(tree).toMatchObject({ kind: 'opaque', why: 'a query too long to be read' });
});

test('tables that name each other twice do not double without end', () => {
  const lets = Array.from(
    { length: 3000 },
    (_, index) => `let t${index + 1} = union t${index}, t${index};`,
  ).join('\n');
  const tree = LANGUAGES.get('kql')!.parse(`let t0 = T | where A == "x" or B == "y";\n${lets}\nt3000`);
  expect(extent(tree).nodes).toBeLessThan(100_000);
});

test('an event that is named again and again does not multiply its conditions', () => {
  const events = '$e.a.b = "x" '.repeat(2000);
  const tree = LANGUAGES.get('yaral')!.parse(`events: ${events} condition: ${'$e or '.repeat(5000)} $e`);
  expect(extent(tree).nodes).toBeLessThan(100_000);
});
