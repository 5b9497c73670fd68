import { describe, expect, test } from 'vitest';
import { buildTable, type ColumnOf } from '../../src/tables/build-table.ts';
import { chooseRows } from '../../src/tables/choose-rows.ts';
import { sortRows } from '../../src/tables/sort-rows.ts';
import { tableCsv } from '../../src/tables/table-csv.ts';
import { itemsOf, type TableData } from '../../src/tables/table-data.ts';
import { defaultState, readOrder, writeOrder } from '../../src/tables/table-state.ts';

interface Rule {
  title: string;
  severity?: 'low' | 'high';
  tags: string[];
}

const RULES: Rule[] = [
  { title: 'Rule 10', severity: 'low', tags: ['b', 'a'] },
  { title: 'Rule 9', severity: 'high', tags: ['c'] },
  { title: 'Rule 2', tags: [] },
  { title: '=HYPERLINK("x")', severity: 'high', tags: ['a'] },
];

const COLUMNS: ColumnOf<Rule>[] = [
  { id: 'title', label: 'Rule', role: 'head', of: ({ title }) => ({ text: title, path: `r/${title}/` }) },
  {
    id: 'severity',
    label: 'Severity',
    facet: true,
    of: ({ severity }) =>
      severity
        ? { text: severity, order: severity === 'low' ? 0 : 1 }
        : { text: 'not stated', unknown: true },
  },
  { id: 'tags', label: 'Tags', role: 'list', facet: true, of: ({ tags }) => tags.map((text) => ({ text })) },
];

const data = buildTable(RULES, COLUMNS, {
  noun: ['rule', 'rules'],
  order: { column: 'title', descending: false },
});

const titles = (rows: readonly number[], of: TableData = data): string[] =>
  rows.map((row) => itemsOf(of.columns[0]!, row)[0]!.text);
const all = [...Array(RULES.length).keys()];
const choose = (text: string, facets: Record<string, string> = {}) => chooseRows(data, { text, facets });

describe('the data of a table', () => {
  test('stands in its order, numbers in titles by their value', () => {
    expect(titles(all)).toEqual(['=HYPERLINK("x")', 'Rule 2', 'Rule 9', 'Rule 10']);
  });

  test('holds each distinct item once, the unknown last', () => {
    expect(data.columns[1]).toMatchObject({
      items: [{ text: 'low' }, { text: 'high' }, { text: 'not stated', unknown: true }],
      known: 2,
      cells: [1, 2, 1, 0],
    });
  });

  test('says no cell where a row has none, and a list where it has several', () => {
    expect(data.columns[2]?.cells).toEqual([0, -1, 2, [1, 0]]);
  });
});

describe('sorting', () => {
  test('puts what is unknown last in both directions', () => {
    const sorted = (descending: boolean): string[] =>
      titles(sortRows(data, all, { column: 'severity', descending }));
    expect(sorted(false)).toEqual(['Rule 10', '=HYPERLINK("x")', 'Rule 9', 'Rule 2']);
    expect(sorted(true)).toEqual(['=HYPERLINK("x")', 'Rule 9', 'Rule 10', 'Rule 2']);
  });

  test('by a column nobody has changes nothing', () => {
    expect(sortRows(data, [2, 1], { column: 'gone', descending: true })).toEqual([2, 1]);
  });
});

describe('choosing', () => {
  test('wants every word, each in any cell', () => {
    expect(titles(choose('rule HIGH').rows)).toEqual(['Rule 9']);
    expect(choose('rule nothing').rows).toEqual([]);
  });

  test('takes a facet by the text of an item, whatever its case, and ignores one there is none of', () => {
    expect(titles(choose('', { severity: 'High' }).rows)).toEqual(['=HYPERLINK("x")', 'Rule 9']);
    expect(choose('', { severity: 'purple' }).rows).toHaveLength(4);
  });

  test('counts for a facet what each of its items would leave', () => {
    const { counts } = choose('', { severity: 'high', tags: 'a' });
    expect(counts.get('severity')).toEqual([1, 1, 0]);
    expect(counts.get('tags')).toEqual([1, 0, 1]);
    expect(choose('rule').counts.get('severity')).toEqual([1, 1, 1]);
  });

  test('a count is what choosing it then shows', () => {
    for (const [id, counts] of choose('rule', { tags: 'a' }).counts) {
      const { items } = data.columns.find((column) => column.id === id)!;
      for (const [place, count] of counts.entries()) {
        const facets = { tags: 'a', [id]: items[place]!.text };
        expect(choose('rule', facets).rows).toHaveLength(count);
      }
    }
  });
});

test('CSV quotes, joins lists, disarms formulas and names the page', () => {
  expect(tableCsv(data, [0, 3], (path) => `https://x.test/${path}`)).toBe(
    '"Rule","Severity","Tags","Page"\r\n' +
      '"\'=HYPERLINK(""x"")","high","a","https://x.test/r/=HYPERLINK(""x"")/"\r\n' +
      '"Rule 10","low","b; a","https://x.test/r/Rule 10/"\r\n',
  );
});

test('the state of a table is texts of an address', () => {
  expect(defaultState(data)).toEqual({ q: '', severity: '', tags: '', sort: 'title', page: '1' });
  expect(readOrder(writeOrder({ column: 'tags', descending: true }))).toEqual({
    column: 'tags',
    descending: true,
  });
});
