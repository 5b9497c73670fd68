import { SaxesParser } from 'saxes';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TABLES } from '../../src/export/tables.ts';
import type { Cell, ColumnKind, Table } from '../../src/export/tables/table.ts';
import { toXlsx } from '../../src/export/xlsx.ts';
import { smallExport, smallTeam } from './scenario.ts';
import { unzip } from './unzip.ts';

afterEach(() => {
  vi.useRealTimers();
});

const input = smallExport();

async function workbook(tables?: readonly Table[]): Promise<Map<string, string>> {
  return unzip(await toXlsx(input.workspace, tables ?? TABLES.map((definition) => definition.build(input))));
}

interface SheetCell {
  type: string | undefined;
  style: string | undefined;
  value: string;
}

/** Cells by reference, shared strings resolved. */
function cellsOf(files: ReadonlyMap<string, string>, sheet: number): Map<string, SheetCell> {
  const strings = [
    ...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g),
  ].map(([, text = '']) => text);
  const cells = new Map<string, SheetCell>();
  for (const [, ref = '', rest = '', value = ''] of files
    .get(`xl/worksheets/sheet${sheet}.xml`)!
    .matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(?:<v>([^<]*)<\/v>)?/g)) {
    const type = /t="(\w+)"/.exec(rest)?.[1];
    cells.set(ref, {
      type,
      style: /s="(\d+)"/.exec(rest)?.[1],
      value: type === 's' ? strings[Number(value)]! : value,
    });
  }
  return cells;
}

function oneColumn(kind: ColumnKind, cells: readonly Cell[]): Table {
  return {
    id: 'x',
    title: 'X',
    columns: [{ key: 'value', title: 'Value', kind, width: 10 }],
    rows: cells.map((cell) => [cell]),
  };
}

describe('a workbook', () => {
  test('has a sheet for each table and one about it', async () => {
    const names = [...(await workbook()).get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual([...TABLES.map(({ title }) => title), 'About']);
  });

  test('is well-formed XML throughout', async () => {
    for (const [path, text] of await workbook()) {
      const parser = new SaxesParser({ xmlns: true, fileName: path });
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(text).close();
    }
  });

  test('freezes and filters the header over all rows', async () => {
    const techniques = (await workbook()).get('xl/worksheets/sheet2.xml')!;
    expect(techniques).toContain('<pane ySplit="1" topLeftCell="A2" state="frozen"');
    expect(techniques).toMatch(/<autoFilter ref="A1:[A-Z]+9"\/>/);
  });

  test('keeps numbers as numbers and dates as dates', async () => {
    const files = await workbook([
      oneColumn('number', [47, -29, null]),
      { ...oneColumn('date', ['2026-01-15', 'soon']), title: 'Y' },
    ]);
    const numbers = cellsOf(files, 1);
    expect([numbers.get('A2'), numbers.get('A3')]).toMatchObject([
      { type: undefined, value: '47' },
      { type: undefined, value: '-29' },
    ]);
    expect(numbers.get('A4')?.value ?? '').toBe('');
    const dates = cellsOf(files, 2);
    // Days since 1899-12-30.
    expect(dates.get('A2')).toMatchObject({
      type: undefined,
      value: String((Date.UTC(2026, 0, 15) - Date.UTC(1899, 11, 30)) / 86_400_000),
    });
    expect(dates.get('A3')).toMatchObject({ type: 's', value: 'soon' });
    expect(files.get('xl/styles.xml')).toContain('formatCode="yyyy-mm-dd"');
  });

  test('says a level in its word and in its colour', async () => {
    const files = await workbook([oneColumn('level', ['proven', 'failed'])]);
    const cells = cellsOf(files, 1);
    expect([cells.get('A2')?.value, cells.get('A3')?.value]).toEqual(['proven', 'failed']);
    expect(cells.get('A2')?.style).not.toBe(cells.get('A3')?.style);
    for (const color of ['FF005781', 'FFC8331A'])
      expect(files.get('xl/styles.xml')).toContain(`<fgColor rgb="${color}"/>`);
  });

  test('links a cell to its page and leaves the address out', async () => {
    const files = await workbook();
    const relations = files.get('xl/worksheets/_rels/sheet2.xml.rels');
    expect(relations).toContain('Target="https://soc.example.org/coverage/techniques/T1059/001/"');
    expect([...cellsOf(files, 2).values()].map(({ value }) => value)).not.toContain('Page');
  });

  test('opens no address but of the web', async () => {
    const files = await workbook([
      oneColumn('url', ['javascript:alert(1)', 'file:///etc/passwd', 'https://example.org/']),
    ]);
    const relations = files.get('xl/worksheets/_rels/sheet1.xml.rels') ?? '';
    expect([...relations.matchAll(/Target="([^"]+)"/g)].map(([, target]) => target)).toEqual([
      'https://example.org/',
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '=HYPERLINK("http://x","y")'])(
    '%j is stored as text',
    async (formula) => {
      const files = await workbook([oneColumn('text', [formula])]);
      expect(cellsOf(files, 1).get('A2')?.type).toBe('s');
      for (const [path, text] of files)
        if (path.includes('worksheets/')) expect(text, path).not.toMatch(/<f[ >]/);
    },
  );

  test('survives text no spreadsheet can hold', async () => {
    const files = await workbook([
      oneColumn('text', ['a\u0000b\ufffe\ud800c', 'x'.repeat(40_000), 'a\r\nb', '_x0041_', ']]>&<b>']),
    ]);
    const cells = cellsOf(files, 1);
    expect(cells.get('A2')?.value).toBe('ab\ufffdc');
    expect(cells.get('A3')?.value).toHaveLength(32_767);
    expect(cells.get('A3')?.value.endsWith('x…')).toBe(true);
    expect(cells.get('A4')?.value).toBe('a\nb');
    expect(cells.get('A5')?.value).toBe('_x005F_x0041_');
    expect(cells.get('A6')?.value).toBe(']]&gt;&amp;&lt;b&gt;');
  });

  test('tells what it was made from and what levels mean', async () => {
    const about = cellsOf(await workbook([]), 1);
    const values = [...about.values()].map(({ value }) => value);
    expect(values).toEqual(
      expect.arrayContaining(['Small team', '2026-07-01', '19.1', 'it was executed here and missed']),
    );
    expect(values.some((value) => value.includes('c0ffee0'))).toBe(true);
  });

  test('is the same bytes whenever it is made', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 1, 3) });
    const first = await toXlsx(smallTeam(), [TABLES[1]!.build(smallExport())]);
    vi.setSystemTime(Date.UTC(2031, 6, 9, 12, 34, 56));
    const second = await toXlsx(smallTeam(), [TABLES[1]!.build(smallExport())]);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });
});
