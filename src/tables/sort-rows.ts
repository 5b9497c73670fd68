import { placesOf, type FilledColumn, type TableData, type TableOrder } from './table-data.ts';

/** Rows in another order. Cells that are empty or unknown come last either way; equal rows keep their order. */
export function sortRows(
  { columns }: Pick<TableData, 'columns'>,
  rows: readonly number[],
  { column: id, descending }: TableOrder,
): number[] {
  const column = columns.find((candidate) => candidate.id === id);
  if (!column) return [...rows];
  const { length } = column.cells;
  // Key and row in one number: numbers alone sort many times faster than by a comparison.
  const keyed = Float64Array.from(rows, (row) => keyOf(column, row, descending) * length + row).sort();
  return Array.from(keyed, (key) => key % length);
}

function keyOf({ cells, known }: FilledColumn, row: number, descending: boolean): number {
  const cell = cells[row];
  if (typeof cell === 'number') {
    if (cell === -1 || cell >= known) return known;
    return descending ? known - 1 - cell : cell;
  }
  const places = placesOf(cell).filter((place) => place < known);
  if (places.length === 0) return known;
  return descending ? known - 1 - Math.max(...places) : Math.min(...places);
}
