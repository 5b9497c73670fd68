import { onAddressChange, readAddress, writeAddress } from '../address.ts';

/** Puts the results of an exercise by outcome or as they were run; the choice stands in the address. */
const DEFAULTS = { order: 'outcome' };

const root = document.querySelector<HTMLElement>('[data-results]');
const choice = root?.querySelector<HTMLElement>('[data-result-order]');
const table = root?.querySelector('table');

if (root && choice && table) {
  const groups = [...table.tBodies].map((body) => ({ body, rows: rowsOf(body) }));
  const inOrder = groups
    .flatMap(({ rows }) => rows)
    .toSorted((a, b) => Number(a.dataset['number']) - Number(b.dataset['number']));
  const all = document.createElement('tbody');
  const radios = [...choice.querySelectorAll('input')];

  const apply = (order: string): void => {
    const asRun = order === 'run';
    if (asRun) all.append(...inOrder);
    else for (const { body, rows } of groups) body.append(...rows);
    for (const { body } of groups) body.hidden = asRun;
    if (asRun) table.append(all);
    else all.remove();
    for (const radio of radios) radio.checked = radio.value === (asRun ? 'run' : 'outcome');
  };
  const read = (): void => {
    apply(readAddress(DEFAULTS)['order'] ?? '');
  };
  choice.addEventListener('change', () => {
    const order = radios.find(({ checked }) => checked)?.value ?? '';
    writeAddress({ order }, DEFAULTS);
    apply(order);
  });
  onAddressChange(read);
  choice.hidden = false;
  read();
}

function rowsOf(body: HTMLTableSectionElement): HTMLTableRowElement[] {
  return [...body.rows].filter((row) => row.dataset['number'] !== undefined);
}
