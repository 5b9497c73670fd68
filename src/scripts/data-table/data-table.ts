import { tableCsv } from '../../tables/table-csv.ts';
import type { TableData } from '../../tables/table-data.ts';
import { readOrder, writeOrder, type TableState } from '../../tables/table-state.ts';
import { onAddressChange, readAddress, writeAddress } from '../address.ts';
import { rowsAt } from './fetch-rows.ts';
import { partOf } from './part-of.ts';
import { saveFile } from './save-file.ts';
import { tableForm } from './table-form.ts';
import { nextOrder, tableHead } from './table-head.ts';
import { tableView } from './table-view.ts';

for (const root of document.querySelectorAll<HTMLElement>('[data-table]')) start(root);

function start(root: HTMLElement): void {
  const { table: address = '', root: site = '/', order = '', file = 'rows' } = root.dataset;
  const rows = rowsAt(address);
  const form = tableForm(partOf(root, 'form', HTMLFormElement));
  const usual: TableState = { ...form.empty, sort: order, page: '1' };
  let state = usual;

  const withRows = async (use: (data: TableData) => void): Promise<void> => {
    root.ariaBusy = 'true';
    try {
      use(await rows.whenWanted());
    } catch {
      partOf(root, '.table-status', HTMLElement).textContent =
        'The rows could not be loaded. Reload the page to try again.';
    }
    root.ariaBusy = 'false';
  };
  const change = (changed: TableState, how: 'push' | 'replace' = 'push'): Promise<void> => {
    state = { ...state, page: '1', ...changed };
    writeAddress(state, usual, how);
    return withRows((data) => view(data, state));
  };

  const head = tableHead(partOf(root, 'table', HTMLTableElement), (column) => {
    void withRows((data) => {
      const next = nextOrder(data, readOrder(state['sort'] ?? order), column);
      void change({ sort: writeOrder(next) });
    });
  });
  const view = tableView(root, { form, head, site });
  form.onChange((changed, how) => {
    void change(changed, how);
  });
  partOf(root, '[data-csv]', HTMLElement).addEventListener('click', () => {
    void withRows((data) => {
      const { found } = view(data, state);
      const csv = tableCsv(data, found, (path) => new URL(site + path, location.href).href);
      saveFile(`${file}.csv`, csv, 'text/csv');
    });
  });
  for (const [step, by] of Object.entries({ previous: -1, next: 1 })) {
    partOf(root, `[data-page="${step}"]`, HTMLElement).addEventListener('click', () => {
      void withRows((data) => {
        const { page } = view(data, state);
        // A page further down starts at its top, for the eyes and for the keyboard.
        void change({ page: String(page + by) }).then(() => {
          partOf(root, '.table-scroll', HTMLElement).focus({ preventScroll: true });
          root.scrollIntoView();
        });
      });
    });
  }

  const takeAddress = (): void => {
    state = readAddress(usual);
    form.write(state);
  };
  onAddressChange(() => {
    takeAddress();
    void withRows((data) => view(data, state));
  });
  takeAddress();
  root.dataset['ready'] = '';
  if (Object.entries(state).some(([name, value]) => value !== usual[name]))
    void withRows((data) => view(data, state));
}
