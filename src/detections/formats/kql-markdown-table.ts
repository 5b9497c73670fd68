import type { Table, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Span } from './kql-markdown-sections.ts';
import { spanOf } from './kql-markdown-sections.ts';

/** A cell's plain text, trimmed, and where that text stands in the file. */
export interface KqlCell extends Span {
  text: string;
}

/** A table by its columns' names, in lower case. */
export interface KqlTable {
  header: readonly string[];
  rows: readonly (readonly KqlCell[])[];
}

/** Reads a table as plain text, with offsets. Rows may be shorter than the header. */
export function kqlTable(table: Table): KqlTable {
  const [header, ...rows] = table.children.map((row) => row.children.map(cellOf));
  return {
    header: (header ?? []).map(({ text }) => text.toLowerCase().replace(/\s+/g, ' ')),
    rows,
  };
}

/** The cell of a row under a column; undefined where the table has no such column or the row ends before it. */
export function cellUnder(table: KqlTable, row: readonly KqlCell[], column: RegExp): KqlCell | undefined {
  const index = table.header.findIndex((name) => column.test(name));
  return index === -1 ? undefined : row[index];
}

function cellOf(cell: TableCell): KqlCell {
  const [first, last] = [cell.children[0], cell.children.at(-1)];
  const { start, end } = spanOf(cell);
  return {
    text: toString(cell).trim(),
    start: first ? spanOf(first).start : start,
    end: last ? spanOf(last).end : end,
  };
}
