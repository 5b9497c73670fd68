import { placesOf, type TableData, type TableOrder } from './table-data.ts';

/** Rows in another order. Cells that are empty or unknown come last either way; equal rows keep their order. */
export function sortRows(
  { columns }: Pick<TableData, 'columns'>,
  rows: readonly number[],
  { column: id, descending }: TableOrder,
): number[] {
  const column = columns.find((candidate) => candidate.id === id);
  if (!column) return [...rows];
  const { cells, known } = column;
  const keys = new Int32Array(cells.length);
  for (const [row, cell] of cells.entries()) {
    const places = placesOf(cell).filter((place) => place < known);
    const key = descending ? -Math.max(...places) : Math.min(...places);
    keys[row] = Number.isFinite(key) ? key : LAST;
  }
  return rows.toSorted((a, b) => (keys[a] ?? LAST) - (keys[b] ?? LAST) || a - b);
}

const LAST = 0x3fffffff;
