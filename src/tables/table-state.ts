import type { TableData, TableOrder } from './table-data.ts';

/** What a table shows, as texts of an address: `q`, `sort`, `page`, and one for each facet. */
export type TableState = Record<string, string>;

/** What a table shows before anybody chose anything. */
export function defaultState({ columns, order }: Pick<TableData, 'order' | 'columns'>): TableState {
  const facets = columns.filter(({ facet }) => facet).map(({ id }) => [id, ''] as const);
  return { q: '', ...Object.fromEntries(facets), sort: writeOrder(order), page: '1' };
}

/** `changed`, `-changed` for downwards. */
export function writeOrder({ column, descending }: TableOrder): string {
  return `${descending ? '-' : ''}${column}`;
}

export function readOrder(text: string): TableOrder {
  return { column: text.replace(/^-/, ''), descending: text.startsWith('-') };
}
