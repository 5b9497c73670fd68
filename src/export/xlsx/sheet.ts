import { rangeRef, type Cell as SheetCell, type CellValue, type WriteSheet } from 'hucre/xlsx';
import type { Cell, Column, Table } from '../tables/table.ts';
import { cellText } from './cell-text.ts';
import { columnDef, headerStyle, isLevel, levelStyle, LINK_FONT } from './styles.ts';

/** Excel opens no more links in one sheet, and no longer ones. */
const MOST_LINKS = 65_000;
const LONGEST_LINK = 2_000;

/** An A3 page across, in small print. */
const CHARACTERS_A_PAGE = 320;

/** A table as a sheet: header frozen and filtered, numbers as numbers, dates as dates, addresses as links. */
export function sheetOf({ title, columns, rows }: Table): WriteSheet {
  const indexOf = new Map(columns.map(({ key }, index) => [key, index]));
  // An address that is the link of another column needs no column of its own.
  const linked = new Set(columns.flatMap(({ link }) => link ?? []));
  const shown = columns.flatMap((column, index) => (linked.has(column.key) ? [] : [{ column, index }]));
  const cells = new Map<string, Partial<SheetCell>>();
  shown.forEach(({ column }, at) => cells.set(`0,${at}`, { style: headerStyle(column) }));

  let links = 0;
  const values = rows.map((row, y) =>
    shown.map(({ column, index }, x) => {
      const value = row[index] ?? null;
      if (column.kind === 'level' && isLevel(value)) cells.set(`${y + 1},${x}`, { style: levelStyle(value) });
      const target = linkOf(column, value, row, indexOf);
      if (target !== undefined && links < MOST_LINKS) {
        links += 1;
        cells.set(`${y + 1},${x}`, {
          hyperlink: { target },
          style: { ...columnDef(column).style, font: LINK_FONT },
        });
      }
      return valueOf(column, value);
    }),
  );
  return {
    name: title,
    columns: shown.map(({ column }) => columnDef(column)),
    rows: [shown.map(({ column }) => column.title), ...values],
    cells,
    rowDefs: new Map([[0, { height: 48 }]]),
    freezePane: { rows: 1 },
    autoFilter: { range: rangeRef(0, 0, rows.length, shown.length - 1) },
    pageSetup: {
      paperSize: 'a3',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesWide(shown.map(({ column }) => column)),
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddFooter: '&L&A&R&P of &N' },
  };
}

/** As many pages side by side as keep the print legible. */
function pagesWide(columns: readonly Column[]): number {
  const characters = columns.reduce((sum, { width }) => sum + width, 0);
  return Math.ceil(characters / CHARACTERS_A_PAGE);
}

function valueOf({ kind }: Column, cell: Cell): CellValue {
  if (typeof cell === 'object' && cell !== null) return cellText(cell.join(', '));
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell !== 'string') return cell;
  if (kind === 'date' && /^(?:19|20|21)\d\d-\d\d-\d\d$/.test(cell)) return new Date(`${cell}T00:00:00Z`);
  return cellText(cell);
}

function linkOf(
  { kind, link }: Column,
  value: Cell,
  row: readonly Cell[],
  indexOf: ReadonlyMap<string, number>,
): string | undefined {
  const target = kind === 'url' ? value : link === undefined ? undefined : row[indexOf.get(link) ?? -1];
  if (typeof target !== 'string' || value === null || target.length > LONGEST_LINK) return undefined;
  return /^https?:\/\//i.test(target) ? target : undefined;
}
