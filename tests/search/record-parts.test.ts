import { expect, test } from 'vitest';
import { partsOf } from '../../src/search/record-parts.ts';
import type { SearchRecord } from '../../src/search/record.ts';

function records(count: number, changed?: number): SearchRecord[] {
  return Array.from({ length: count }, (_, number) => ({
    type: 'page',
    path: `p/${String(number)}/`,
    title: number === changed ? 'Changed' : 'Title',
    keys: [],
    aliases: [],
    line: '',
    text: '',
    filters: {},
  }));
}

test('a team’s own records are one part; ten thousand are some hundred each', () => {
  expect(partsOf([])).toEqual([]);
  expect(partsOf(records(800)).map(({ numbers }) => numbers.length)).toEqual([800]);
  const sizes = partsOf(records(10_000)).map(({ numbers }) => numbers.length);
  expect(sizes).toHaveLength(16);
  expect(Math.max(...sizes)).toBeLessThan(800);
});

test('each record is in one part, in order', () => {
  const parts = partsOf(records(3000));
  for (const { numbers, json } of parts) {
    expect([...numbers]).toEqual(numbers.toSorted((a, b) => a - b));
    expect((JSON.parse(Buffer.from(json).toString()) as SearchRecord[]).map(({ path }) => path)).toEqual(
      numbers.map((number) => `p/${String(number)}/`),
    );
  }
  expect(parts.flatMap(({ numbers }) => numbers).sort((a, b) => a - b)).toEqual(
    records(3000).map((_, number) => number),
  );
});

test('where a record changes, or comes or goes, one part is another', () => {
  const before = new Set(partsOf(records(3000)).map(({ json }) => Buffer.from(json).toString()));
  const others = (after: SearchRecord[]): number =>
    partsOf(after).filter(({ json }) => !before.has(Buffer.from(json).toString())).length;
  expect(others(records(3000, 7))).toBe(1);
  expect(others(records(2999))).toBe(1);
  expect(others(records(3001))).toBe(1);
});

test('pages of the documentation are a part of their own, numbered after all records', () => {
  const parts = partsOf(records(3), [{ name: 'start', mdx: '# Start' }]);
  expect(parts.map(({ numbers, isDocumentation }) => [numbers, isDocumentation])).toEqual([
    [[0, 1, 2], undefined],
    [[3], true],
  ]);
});
