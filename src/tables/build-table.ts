import { sortRows } from './sort-rows.ts';
import type { FilledColumn, TableColumn, TableData, TableItem, TableOrder } from './table-data.ts';

/** An item while the table is made: `order` says where it sorts; by its text without one. */
export interface OrderedItem extends TableItem {
  order?: number;
}

/** A column and how a row fills it. */
export interface ColumnOf<Row> extends TableColumn {
  of: (row: Row) => OrderedItem | readonly OrderedItem[] | undefined;
}

/**
 * Makes the data of a table.
 *
 * @param order What the rows are sorted by; rows that are equal there keep their order.
 */
export function buildTable<Row>(
  rows: readonly Row[],
  columns: readonly ColumnOf<Row>[],
  { noun, order }: Pick<TableData, 'noun'> & { order: TableOrder },
): TableData {
  const filled = columns.map((column) => fill(column, rows));
  const sorted = sortRows({ columns: filled }, [...rows.keys()], order);
  return {
    noun,
    rows: rows.length,
    order,
    columns: filled.map((column) => ({ ...column, cells: sorted.map((row) => column.cells[row] ?? -1) })),
  };
}

function fill<Row>({ of, ...column }: ColumnOf<Row>, rows: readonly Row[]): FilledColumn {
  const found = new Map<string, OrderedItem>();
  const keys = rows.map((row) => {
    const own = [of(row) ?? []].flat().map((item) => {
      const key = `${item.text}\0${item.path ?? item.url ?? ''}\0${item.level ?? ''}`;
      if (!found.has(key)) found.set(key, item);
      return key;
    });
    return [...new Set(own)];
  });
  const ordered = [...found].sort(([, a], [, b]) => compare(a, b));
  const places = new Map(ordered.map(([key], place) => [key, place]));
  const cells = keys.map((own) => own.map((key) => places.get(key) ?? -1));
  return {
    ...column,
    items: ordered.map(([, item]) => plain(item)),
    known: ordered.filter(([, { unknown }]) => !unknown).length,
    cells: cells.map((own) => (own.length === 1 ? (own[0] ?? -1) : own.length === 0 ? -1 : own)),
  };
}

function plain(item: OrderedItem): TableItem {
  const { order, ...rest } = item;
  return order === undefined ? item : rest;
}

const TEXTS = new Intl.Collator('en', { numeric: true });

function compare(a: OrderedItem, b: OrderedItem): number {
  if (a.unknown !== b.unknown) return a.unknown ? 1 : -1;
  return (a.order ?? 0) - (b.order ?? 0) || TEXTS.compare(a.text, b.text) || (a.text < b.text ? -1 : 1);
}
