import { PAGE_ROWS, type TableData, type TableOrder } from './table-data.ts';

const FIGURES = new Intl.NumberFormat('en');

/** `1,234 of 10,000 rules, sorted by severity, descending`: what is said when a table has changed. */
export function statusWords(
  { rows, noun, columns, order: usual }: TableData,
  found: number,
  order: TableOrder,
): string {
  const many = noun[rows === 1 ? 0 : 1];
  const label = columns.find(({ id }) => id === order.column)?.label.toLowerCase();
  const isUsual = order.column === usual.column && order.descending === usual.descending;
  const sorted =
    label === undefined || isUsual
      ? ''
      : `, sorted by ${label}, ${order.descending ? 'descending' : 'ascending'}`;
  const number =
    found === rows ? FIGURES.format(rows) : `${FIGURES.format(found)} of ${FIGURES.format(rows)}`;
  return `${number} ${many}${sorted}`;
}

/** `101–200 of 1,234`: which rows a page shows. */
export function pageWords(page: number, found: number): string {
  const from = (page - 1) * PAGE_ROWS;
  return `${FIGURES.format(from + 1)}–${FIGURES.format(Math.min(from + PAGE_ROWS, found))} of ${FIGURES.format(found)}`;
}
