/** What a cell can hold. Dates are ISO dates; `null` is what is not known or does not apply. */
export type Cell = string | number | boolean | null | readonly string[];

/** `url` is an absolute address; `level` one of the levels of coverage; `list` several short texts. */
export type ColumnKind = 'text' | 'number' | 'date' | 'flag' | 'list' | 'level' | 'url';

export interface Column {
  /** `rulesRolledUp`: header in CSV, property in JSON. Permanent. */
  key: string;
  /** `Rules with sub-techniques`: header of a sheet. */
  title: string;
  kind: ColumnKind;
  /** Of a sheet's column, in characters. */
  width: number;
  /** Key of the `url` column with the address this cell leads to, where a format has links. */
  link?: string;
}

/** Rows under named columns, as plain data: what CSV, spreadsheets and JSON are made from. */
export interface Table {
  /** `techniques`: file name, property and value of `--what`. */
  id: string;
  /** Name of a sheet: at most 31 characters, without `[]:*?/\`. */
  title: string;
  columns: readonly Column[];
  /** Each as long as `columns`. */
  rows: readonly (readonly Cell[])[];
}

/** A column of rows of one type, with the cell it draws from each. */
export interface ColumnOf<Row> extends Column {
  cell: (row: Row) => Cell | undefined;
}

/** A table of plain data out of rows of one type. */
export function tableOf<Row>(
  head: Pick<Table, 'id' | 'title'>,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
): Table {
  return {
    ...head,
    columns: columns.map(({ key, title, kind, width, link }) => ({
      key,
      title,
      kind,
      width,
      ...(link !== undefined && { link }),
    })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row) ?? null)),
  };
}
