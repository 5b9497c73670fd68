import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/export/csv.ts';
import { TABLES } from '../../src/export/tables.ts';
import { tablesReport } from '../../src/export/tables-json.ts';
import { inDomain } from '../../src/export/tables/export-input.ts';
import type { Table } from '../../src/export/tables/table.ts';
import { aDetection, aMapping } from '../workspace-builder.ts';
import { smallExport, smallTeam } from './scenario.ts';

const input = smallExport();
const tables = TABLES.map((definition) => definition.build(input));

function tableNamed(id: string): Table {
  return tables.find((table) => table.id === id)!;
}

/** The row in which a column has a value, as an object. */
function rowOf(id: string, key: string, value: unknown): Record<string, unknown> {
  const { columns, rows } = tableNamed(id);
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column.key, row[index]])),
  );
  return objects.find((object) => object[key] === value)!;
}

describe('tables', () => {
  test('are named once, with columns named once and rows as long as they are', () => {
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
    for (const { id, title, columns, rows } of tables) {
      expect(title.length, id).toBeLessThanOrEqual(31);
      expect(new Set(columns.map(({ key }) => key)).size, id).toBe(columns.length);
      for (const row of rows) expect(row, id).toHaveLength(columns.length);
      for (const { link } of columns)
        if (link !== undefined) expect(columns.find(({ key }) => key === link)?.kind, id).toBe('url');
    }
  });

  test('a technique states its level, its rules and its page', () => {
    expect(rowOf('techniques', 'technique', 'T1059.001')).toMatchObject({
      name: 'PowerShell',
      level: 'proven',
      parent: 'T1059',
      tactics: ['Execution'],
      rules: 1,
      rulesNotCounting: 1,
      lastOutcome: 'detected',
      lastProven: '2026-06-01',
      robustness: 'tool',
      page: 'https://soc.example.org/coverage/techniques/T1059/001/',
    });
  });

  test('what nobody judged or stated is said to be so', () => {
    expect(rowOf('techniques', 'technique', 'T1003.001')).toMatchObject({ robustness: 'not judged' });
    expect(rowOf('techniques', 'technique', 'T1053')).toMatchObject({ robustness: null, lastOutcome: null });
    const blind = smallExport(smallTeam({ visibility: undefined } as never));
    const techniques = TABLES.find(({ id }) => id === 'techniques')!.build(blind);
    const at = techniques.columns.findIndex(({ key }) => key === 'visibility');
    expect(new Set(techniques.rows.map((row) => row[at]))).toEqual(new Set(['not stated']));
  });

  test('the summary counts each technique once, those left out by decision aside', () => {
    expect(rowOf('summary', 'name', 'All techniques')).toMatchObject({
      total: 7,
      covered: 3,
      coveredShare: 43,
      proven: 1,
      tested: 2,
      hunted: 2,
      failed: 2,
      outOfScope: 1,
    });
  });

  test('a rule that does not count is there with the reason', () => {
    expect(rowOf('detections', 'title', 'Old rule')).toMatchObject({
      counts: false,
      countsNot: 'deprecated',
    });
    expect(tableNamed('detections').rows).toHaveLength(5);
  });

  test('one domain keeps what is mapped to it', () => {
    const mixed = smallExport(
      smallTeam({
        detections: [
          aDetection({ title: 'Both', mappings: [aMapping('T1059.001'), aMapping('T0886')] }),
          aDetection({ title: 'Industrial', mappings: [aMapping('T0886')] }),
        ],
      }),
    );
    const titles = inDomain(mixed, 'enterprise').workspace.detections.map(({ title }) => title);
    expect(titles).toEqual(['Both']);
    expect(inDomain(mixed, 'ics').workspace.exercises).toEqual([]);
  });
});

describe('CSV', () => {
  test.each(tables.map((table) => [table.id, table] as const))('of %s', async (id, table) => {
    await expect(toCsv(table)).toMatchFileSnapshot(`__snapshots__/${id}.csv`);
  });

  test('lines end in CRLF, quotes are doubled, an empty cell is empty', () => {
    const csv = toCsv(oneColumn(['a "b"\nc', '', null, true, ['x', 'y']]));
    expect(csv).toBe('"value"\r\n"a ""b""\nc"\r\n""\r\n\r\ntrue\r\n"x; y"\r\n');
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0+1',
    '\ufeff=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
  ])('%j is text, not a formula', (formula) => {
    const [, [cell] = []] = parse(toCsv(oneColumn([formula])), { bom: true, relax_column_count: true });
    expect(cell).toBe(`'${formula}`);
  });

  test('a formula inside a list does not come first, one at its start is text', () => {
    expect(toCsv(oneColumn([['=1', 'a']]))).toContain(`"'=1; a"`);
    expect(toCsv(oneColumn([['a', '=1']]))).toContain('"a; =1"');
  });

  test('a negative number stays a number', () => {
    expect(toCsv(oneColumn([-29]))).toBe('"value"\r\n-29\r\n');
  });

  test('a byte order mark stands in front when it is asked for', () => {
    expect(toCsv(oneColumn(['ä']), { bom: true }).startsWith('\ufeff"value"')).toBe(true);
  });
});

test('JSON holds every table with every column', async () => {
  const report = tablesReport(input.workspace, tables);
  await expect(`${JSON.stringify(report, null, 1)}\n`).toMatchFileSnapshot('__snapshots__/tables.json');
  expect(Object.keys(report.tables)).toEqual(TABLES.map(({ id }) => id));
});

function oneColumn(cells: Table['rows'][number]): Table {
  return {
    id: 'x',
    title: 'X',
    columns: [{ key: 'value', title: 'Value', kind: 'text', width: 10 }],
    rows: cells.map((cell) => [cell]),
  };
}
