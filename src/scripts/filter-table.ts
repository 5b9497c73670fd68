import { csvCell } from '../tables/csv-cell.ts';

/**
 * Narrows the rows of `[data-filter-table]` by selects: a row's `data-<name>` lists what it is, joined by `|`. The
 * choice stands in the address, so that it can be shared and the back button works. Without this script all rows show.
 */
for (const root of document.querySelectorAll<HTMLElement>('[data-filter-table]')) {
  const form = root.querySelector('form');
  if (!form) continue;
  const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')];
  const selects = [...form.querySelectorAll('select')];
  const shown = form.querySelector<HTMLElement>('[data-shown]');

  const apply = (): void => {
    let visible = 0;
    for (const row of rows) {
      row.hidden = !selects.every(
        ({ name, value }) => value === '' || (row.dataset[name] ?? '').split('|').includes(value),
      );
      if (!row.hidden) visible += 1;
    }
    for (const section of root.querySelectorAll<HTMLElement>('section'))
      section.hidden = !section.querySelector('[data-row]:not([hidden])');
    if (shown) shown.textContent = `${String(visible)} of ${String(rows.length)} shown`;
  };

  const read = (): void => {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = asked.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    apply();
  };

  const write = (): void => {
    const url = new URL(location.href);
    for (const { name, value } of selects) {
      if (value === '') url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    history.pushState(undefined, '', url);
    apply();
  };

  form.addEventListener('change', write);
  form.addEventListener('reset', () => {
    // The event comes before the selects are empty.
    setTimeout(write);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  addEventListener('popstate', read);

  const download = form.querySelector<HTMLButtonElement>('[data-export]');
  download?.addEventListener('click', () => {
    const lines = [...root.querySelectorAll<HTMLTableRowElement>('thead tr, [data-row]')].filter(
      (row, index) => !row.hidden && (index === 0 || row.matches('[data-row]')),
    );
    const csv = lines.map((row) => [...row.cells].map(cellOf).join(',')).join('\r\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${csv}\r\n`], { type: 'text/csv' }));
    link.download = download.dataset['export'] ?? 'rows.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  });

  form.hidden = false;
  read();
}

/** A cell's words; lists become `a; b`. */
function cellOf(cell: HTMLTableCellElement): string {
  const items = [...cell.querySelectorAll('li')].map((item) => words(item.textContent));
  return csvCell(items.length > 0 ? items.join('; ') : words(cell.textContent));
}

function words(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
