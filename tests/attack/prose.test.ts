import { expect, test } from 'vitest';
import { createCiter } from '../../src/attack/prose.ts';
import type { Citation } from '../../src/attack/facts.ts';

const CITATIONS = new Map<string, Citation>(
  [
    {
      name: 'Report 2020',
      description: 'A. Nalyst. (2020).\n Report *1*.',
      url: 'https://reports.example/a_(b)',
    },
    { name: 'Alert (TA17-163A)', description: 'Alert.', url: 'https://alerts.example/' },
    { name: 'Book', description: 'A book.' },
    { name: 'Trap', description: 'Trap.', url: 'javascript:alert(1)' },
  ].map((citation) => [citation.name, citation]),
);

test('citation marks become numbers, counted over all texts of a page', () => {
  const citer = createCiter(CITATIONS);
  expect(citer.cite('One.(Citation: Report 2020)(Citation: Book) Two (Citation: Report 2020).')).toBe(
    'One.[\\[1\\]](<https://reports.example/a_(b)>)\\[2\\] Two [\\[1\\]](<https://reports.example/a_(b)>).',
  );
  expect(citer.cite('Three (Citation: Alert (TA17-163A)).')).toBe(
    'Three [\\[3\\]](<https://alerts.example/>).',
  );
  expect(citer.references.map(({ name }) => name)).toEqual(['Report 2020', 'Book', 'Alert (TA17-163A)']);
  expect(citer.list()).toBe(
    '1. [A. Nalyst. (2020). Report \\*1\\*.](<https://reports.example/a_(b)>)\n' +
      '2. A book.\n' +
      '3. [Alert.](<https://alerts.example/>)\n',
  );
});

test('a citation the bundle does not explain is kept by name', () => {
  const citer = createCiter(CITATIONS);
  expect(citer.cite('X (Citation: Unknown Report)')).toBe('X \\[1\\]');
  expect(citer.list()).toBe('1. Unknown Report\n');
});

test('only web addresses become links', () => {
  const citer = createCiter(CITATIONS);
  expect(citer.cite('(Citation: Trap)')).toBe('\\[1\\]');
  expect(citer.list()).toBe('1. Trap.\n');
});

test.each([
  ['[APT29](https://attack.mitre.org/groups/G0016) uses it.'],
  ['no mark at all'],
  ['a mark that never ends (Citation: Report 2020'],
])('%j stays as it is', (text) => {
  expect(createCiter(CITATIONS).cite(text)).toBe(text);
});

test('without citations there is no list', () => {
  expect(createCiter(CITATIONS).list()).toBe('');
});
