import { csvCell } from './csv-cell.ts';
import { itemsOf, type TableData } from './table-data.ts';

/**
 * Rows as CSV (RFC 4180) with every column, hidden ones too; lists are joined by `; `. The last column is the
 * address the row leads to.
 *
 * @param addressOf Turns a path of the site into an address.
 */
export function tableCsv(
  { columns }: TableData,
  rows: readonly number[],
  addressOf: (path: string) => string,
): string {
  const head = columns.find(({ role }) => role === 'head');
  const lines = rows.map((row) => {
    const { path, url = '' } = (head && itemsOf(head, row)[0]) ?? {};
    return [
      ...columns.map((column) =>
        itemsOf(column, row)
          .map(({ text }) => text)
          .join('; '),
      ),
      path === undefined ? url : addressOf(path),
    ];
  });
  const table = [[...columns.map(({ label }) => label), 'Page'], ...lines];
  return table.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}
