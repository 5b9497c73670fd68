import { expect, test } from 'vitest';
import type { CsvTable } from '../../src/documents/csv.ts';
import { parseCsv } from '../../src/documents/csv.ts';
import { locateCsv } from '../../src/documents/locate-csv.ts';

function table(text: string): CsvTable {
  const [document] = parseCsv(text).documents;
  if (document?.syntax !== 'csv') throw new Error('no table');
  return document.data;
}

/** The text a range covers. */
function shown(text: string, row: number, column: string): string | undefined {
  const range = locateCsv(text, 0, [row, column]);
  return range && text.split('\n')[range.line - 1]?.slice(range.column - 1, range.endColumn - 1);
}

const TEXT = [
  'Name, Note ,Id',
  '"one, with a comma","two',
  'lines ""quoted""",T1003',
  '',
  'plain,5" disk,T1059',
  'short',
  '',
].join('\r\n');

test('cells are found under their column, over line breaks, quotes and empty lines', () => {
  expect(table(TEXT).rows.map(({ cells }) => cells['Id'])).toEqual(['T1003', 'T1059', '']);
  expect(shown(TEXT, 0, 'Name')).toBe('"one, with a comma"');
  expect(locateCsv(TEXT, 0, [0, 'Note'])).toEqual({ line: 2, column: 21, endLine: 2, endColumn: 25 });
  expect(shown(TEXT, 0, 'Id')).toBe('T1003');
  expect(locateCsv(TEXT, 0, [1, 'Id'])).toEqual({ line: 5, column: 15, endLine: 5, endColumn: 20 });
  expect(shown(TEXT, 1, 'Note')).toBe('5" disk');
});

test('a cell that is not there is shown at the start of its row, a row that is not there nowhere', () => {
  expect(shown(TEXT, 2, 'Id')).toBe('short');
  expect(shown(TEXT, 0, 'Nothing')).toBe('"one, with a comma"');
  expect(locateCsv(TEXT, 0, [7, 'Id'])).toBeUndefined();
  expect(locateCsv('', 0, [0, 'Id'])).toBeUndefined();
});

test('lines may end in two ways in one file', () => {
  const mixed = 'Name,Id\r\none,T1003\ntwo,T1059\r\n';
  expect(table(mixed).rows.map(({ cells }) => [cells['Name'], cells['Id']])).toEqual([
    ['one', 'T1003'],
    ['two', 'T1059'],
  ]);
  expect(shown(mixed, 1, 'Id')).toBe('T1059');
});

test('a header of a hundred thousand columns over as many rows takes no longer than its text', () => {
  const wide = `${'a,'.repeat(100_000)}Id\n${'x\n'.repeat(100_000)}`;
  expect(table(wide).rows).toHaveLength(100_000);
  expect(locateCsv(wide, 0, [99_999, 'Id'])?.line).toBe(100_001);
});

test('a column named after a part of every object is a column', () => {
  expect(table('__proto__,constructor\na,b\n').rows[0]?.cells['__proto__']).toBe('a');
  expect(table('Name\na\n').rows[0]?.cells['constructor']).toBeUndefined();
});
