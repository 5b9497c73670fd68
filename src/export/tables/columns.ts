import type { Cell, ColumnKind, ColumnOf } from './table.ts';

type MakeColumn = <Row>(
  key: string,
  title: string,
  width: number,
  cell: (row: Row) => Cell | undefined,
  link?: string,
) => ColumnOf<Row>;

function columnOf(kind: ColumnKind): MakeColumn {
  return (key, title, width, cell, link) => ({
    key,
    title,
    kind,
    width,
    cell,
    ...(link !== undefined && { link }),
  });
}

/** One kind of column each: key, header, width in characters, the cell of a row, and the column its link stands in. */
export const text = columnOf('text');
export const number = columnOf('number');
export const date = columnOf('date');
export const flag = columnOf('flag');
export const list = columnOf('list');
export const level = columnOf('level');
export const url = columnOf('url');
