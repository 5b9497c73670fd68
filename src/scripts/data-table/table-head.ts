import type { TableData, TableOrder } from '../../tables/table-data.ts';

/** Makes buttons of a table's headings and shows which of them it is sorted by. */
export function tableHead(
  table: HTMLTableElement,
  onSort: (column: string) => void,
): { show: (order: TableOrder) => void } {
  const headings = [...table.querySelectorAll<HTMLElement>('th[data-column]')];
  for (const heading of headings) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = heading.textContent.trim();
    button.addEventListener('click', () => {
      onSort(heading.dataset['column'] ?? '');
    });
    heading.replaceChildren(button);
  }
  return {
    show({ column, descending }) {
      for (const heading of headings) {
        if (heading.dataset['column'] !== column) heading.removeAttribute('aria-sort');
        else heading.ariaSort = descending ? 'descending' : 'ascending';
      }
    },
  };
}

/** What a click on a heading makes of the order: first the column's own way, then the other. */
export function nextOrder({ columns }: TableData, now: TableOrder, column: string): TableOrder {
  if (now.column === column) return { column, descending: !now.descending };
  return { column, descending: columns.find(({ id }) => id === column)?.descending ?? false };
}
