import { chooseRows, type ChosenRows } from '../../tables/choose-rows.ts';
import { sortRows } from '../../tables/sort-rows.ts';
import { PAGE_ROWS, type TableData } from '../../tables/table-data.ts';
import { readOrder, type TableState } from '../../tables/table-state.ts';
import { pageWords, statusWords } from '../../tables/table-words.ts';
import { afterPaint } from '../after-paint.ts';
import { drawInParts } from '../draw-in-parts.ts';
import { partOf } from './part-of.ts';
import { tableRow } from './table-cell.ts';
import type { TableForm } from './table-form.ts';
import type { tableHead } from './table-head.ts';

/** What a state of a table comes to. */
interface FoundRows extends Pick<ChosenRows, 'counts'> {
  /** All rows, of which one page is drawn. */
  found: number[];
  page: number;
  last: number;
}

export interface TableView {
  /**
   * Draws a state: its heading at once, its rows after the next paint, some at a time.
   *
   * @returns Whether all was drawn: false when a later state has overtaken it.
   */
  draw: (data: TableData, state: TableState) => Promise<boolean>;
  /** Draws no more of the state that is drawn: another one comes. */
  stop: () => void;
}

/** The rows a state of a table finds, in its order. */
export function findRows(data: TableData, state: TableState): FoundRows {
  const { rows, counts } = chooseRows(data, { text: state['q'] ?? '', facets: state });
  const found = sortRows(data, rows, readOrder(state['sort'] ?? ''));
  const last = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  return { found, counts, last, page: Math.min(last, Math.max(1, Math.trunc(Number(state['page'])) || 1)) };
}

export function tableView(
  root: HTMLElement,
  { form, head, site }: { form: TableForm; head: ReturnType<typeof tableHead>; site: string },
): TableView {
  const body = partOf(root, 'tbody', HTMLTableSectionElement);
  const status = partOf(root, '.table-status', HTMLElement);
  const pages = partOf(root, '.table-pages', HTMLElement);
  const where = partOf(pages, '[data-where]', HTMLElement);
  let latest = 0;
  const drawRows = (data: TableData, rows: readonly number[], isLatest: () => boolean): Promise<boolean> => {
    const columns = data.columns.filter(({ hidden }) => !hidden);
    for (const surplus of [...body.rows].slice(rows.length)) surplus.remove();
    let place = 0;
    const draw = (part: readonly number[]): void => {
      for (const row of part) {
        const line = tableRow(columns, row, site);
        const former = body.rows[place];
        if (former) former.replaceWith(line);
        else body.append(line);
        place += 1;
      }
    };
    return drawInParts(rows, { size: 10, draw, isLatest });
  };
  return {
    stop: () => {
      latest += 1;
    },
    draw: async (data, state) => {
      const own = ++latest;
      const isLatest = (): boolean => own === latest;
      const order = readOrder(state['sort'] ?? '');
      head.show(order);
      await afterPaint();
      if (!isLatest()) return false;
      const { found, counts, page, last } = findRows(data, state);
      const rows = found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
      if (!(await drawRows(data, rows, isLatest))) return false;
      await afterPaint();
      if (!isLatest()) return false;
      form.showCounts(data, counts);
      status.textContent = statusWords(data, found.length, order);
      pages.hidden = last === 1;
      where.textContent = pageWords(page, found.length);
      for (const button of pages.querySelectorAll('button'))
        button.disabled = button.dataset['page'] === 'next' ? page === last : page === 1;
      return true;
    },
  };
}
