import { chooseRows } from '../../tables/choose-rows.ts';
import { sortRows } from '../../tables/sort-rows.ts';
import { PAGE_ROWS, type TableData } from '../../tables/table-data.ts';
import { readOrder, type TableState } from '../../tables/table-state.ts';
import { pageWords, statusWords } from '../../tables/table-words.ts';
import { partOf } from './part-of.ts';
import { tableRow } from './table-cell.ts';
import type { TableForm } from './table-form.ts';
import type { tableHead } from './table-head.ts';

/**
 * Draws a state of a table.
 *
 * @returns The rows it found, of which one page is drawn, and the page.
 */
export function tableView(
  root: HTMLElement,
  { form, head, site }: { form: TableForm; head: ReturnType<typeof tableHead>; site: string },
): (data: TableData, state: TableState) => { found: number[]; page: number } {
  const body = partOf(root, 'tbody', HTMLElement);
  const status = partOf(root, '.table-status', HTMLElement);
  const pages = partOf(root, '.table-pages', HTMLElement);
  const where = partOf(pages, '[data-where]', HTMLElement);
  return (data, state) => {
    const { rows, counts } = chooseRows(data, { text: state['q'] ?? '', facets: state });
    const order = readOrder(state['sort'] ?? '');
    const found = sortRows(data, rows, order);
    const last = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
    const page = Math.min(last, Math.max(1, Math.trunc(Number(state['page'])) || 1));
    const columns = data.columns.filter(({ hidden }) => !hidden);
    const drawn = found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
    body.replaceChildren(...drawn.map((row) => tableRow(columns, row, site)));
    head.show(order);
    form.showCounts(data, counts);
    status.textContent = statusWords(data, found.length, order);
    pages.hidden = last === 1;
    where.textContent = pageWords(page, found.length);
    for (const button of pages.querySelectorAll('button'))
      button.disabled = button.dataset['page'] === 'next' ? page === last : page === 1;
    return { found, page };
  };
}
