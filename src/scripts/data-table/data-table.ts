import { tableCsv } from '../../tables/table-csv.ts';
import type { TableData } from '../../tables/table-data.ts';
import { readOrder, writeOrder, type TableState } from '../../tables/table-state.ts';
import { lateAddress, onAddressChange, readAddress } from '../address.ts';
import { rowsAt } from './fetch-rows.ts';
import { partOf } from './part-of.ts';
import { saveFile } from './save-file.ts';
import { tableForm } from './table-form.ts';
import { nextOrder, tableHead } from './table-head.ts';
import { findRows, tableView } from './table-view.ts';

for (const root of document.querySelectorAll<HTMLElement>('[data-table]')) start(root);

function start(root: HTMLElement): void {
  const { table: source = '', root: site = '/', order = '', file = 'rows' } = root.dataset;
  const rows = rowsAt(source);
  const form = tableForm(partOf(root, 'form', HTMLFormElement));
  const usual: TableState = { ...form.empty, sort: order, page: '1' };
  const address = lateAddress(usual);
  let state = usual;
  let busy = 0;

  const withRows = async (use: (data: TableData) => void | Promise<void>): Promise<void> => {
    busy += 1;
    root.ariaBusy = 'true';
    try {
      await use(await rows.whenWanted());
    } catch {
      partOf(root, '.table-status', HTMLElement).textContent =
        'The rows could not be loaded. Reload the page to try again.';
    }
    busy -= 1;
    root.ariaBusy = String(busy > 0);
  };
  const draw = (): void => {
    void withRows(async (data) => {
      if (await view.draw(data, state)) address.write();
    });
  };
  const change = (changed: TableState, how: 'push' | 'replace' = 'push'): void => {
    state = { ...state, page: '1', ...changed };
    address.keep(state, how);
    draw();
  };

  const head = tableHead(partOf(root, 'table', HTMLTableElement), (column) => {
    void withRows((data) => {
      const next = nextOrder(data, readOrder(state['sort'] ?? order), column);
      change({ sort: writeOrder(next) });
    });
  });
  const view = tableView(root, { form, head, site });
  form.onChange(change, view.stop);
  partOf(root, '[data-csv]', HTMLElement).addEventListener('click', () => {
    void withRows((data) => {
      const { found } = findRows(data, state);
      const csv = tableCsv(data, found, (path) => new URL(site + path, location.href).href);
      saveFile(`${file}.csv`, csv, 'text/csv');
    });
  });
  for (const [step, by] of Object.entries({ previous: -1, next: 1 })) {
    partOf(root, `[data-page="${step}"]`, HTMLElement).addEventListener('click', () => {
      void withRows((data) => {
        // A page further down starts at its top, for the eyes and for the keyboard.
        partOf(root, '.table-scroll', HTMLElement).focus({ preventScroll: true });
        root.scrollIntoView();
        change({ page: String(findRows(data, state).page + by) });
      });
    });
  }

  onAddressChange(() => {
    takeAddress();
    draw();
  });
  takeAddress();
  root.dataset['ready'] = '';
  if (Object.entries(state).some(([name, value]) => value !== usual[name])) draw();

  function takeAddress(): void {
    state = readAddress(usual);
    form.write(state);
  }
}
