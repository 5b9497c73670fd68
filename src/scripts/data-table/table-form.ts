import type { TableData } from '../../tables/table-data.ts';
import type { TableState } from '../../tables/table-state.ts';
import { partOf } from './part-of.ts';

/** The choices above a table: its words and its selects, by their names in the address. */
export interface TableForm {
  /** Nothing chosen. */
  empty: TableState;
  /** Puts a state into the controls. */
  write: (state: TableState) => void;
  /** Says in each select how many rows each of its items would leave. */
  showCounts: (data: TableData, counts: ReadonlyMap<string, readonly number[]>) => void;
  /**
   * Words are told when the reader pauses, and take no step in the browser's history; `changes` is called with every key, as
   * soon as something will be told.
   */
  onChange: (changed: (state: TableState, how: 'push' | 'replace') => void, changes: () => void) => void;
}

/** Milliseconds: long enough for a word to be typed on, short enough not to be noticed. */
const PAUSE = 180;
const FIGURES = new Intl.NumberFormat('en');

export function tableForm(form: HTMLFormElement): TableForm {
  const words = partOf(form, 'input', HTMLInputElement);
  const selects = [...form.querySelectorAll('select')];
  const reset = partOf(form, '[type="reset"]', HTMLButtonElement);
  const more = form.querySelector<HTMLButtonElement>('[data-toggle]');
  const empty: TableState = Object.fromEntries([words, ...selects].map(({ name }) => [name, '']));
  more?.addEventListener('click', () => {
    more.ariaExpanded = String(form.toggleAttribute('data-open'));
  });

  const read = (): TableState =>
    Object.fromEntries([words, ...selects].map(({ name, value }) => [name, value]));
  const mark = (): void => {
    const set = selects.filter(({ value }) => value !== '');
    for (const select of selects) select.toggleAttribute('data-set', set.includes(select));
    reset.disabled = set.length === 0 && words.value === '';
    if (more) more.textContent = set.length === 0 ? 'Choose' : `Choose (${String(set.length)})`;
  };
  const write = (state: TableState): void => {
    words.value = state[words.name] ?? '';
    for (const select of selects) select.value = optionOf(select, state[select.name] ?? '');
    mark();
  };

  return {
    empty,
    write,
    showCounts({ columns }, counts) {
      for (const select of selects) {
        const items = columns.find(({ id }) => id === select.name)?.items ?? [];
        for (const [place, { text }] of items.entries()) {
          const option = select.options[place + 1];
          const number = counts.get(select.name)?.[place] ?? 0;
          if (!option) continue;
          const words = `${text} (${FIGURES.format(number)})`;
          // The browser lays a select out anew for each word it is given, be it the same.
          if (option.textContent !== words) option.textContent = words;
          // What leaves nothing is no choice; the chosen one stays to be seen.
          option.hidden = number === 0 && option.value !== select.value;
        }
      }
    },
    onChange(changed, changes) {
      let pause: ReturnType<typeof setTimeout> | undefined;
      form.addEventListener('input', ({ target }) => {
        clearTimeout(pause);
        mark();
        changes();
        if (target instanceof HTMLSelectElement) changed(read(), 'push');
        else
          pause = setTimeout(() => {
            changed(read(), 'replace');
          }, PAUSE);
      });
      form.addEventListener('submit', (event) => {
        event.preventDefault();
      });
      form.addEventListener('reset', (event) => {
        event.preventDefault();
        clearTimeout(pause);
        write(empty);
        changed(empty, 'push');
        words.focus();
      });
    },
  };
}

/** The value of the option an address means, whatever its case; empty when there is none. */
function optionOf({ options }: HTMLSelectElement, text: string): string {
  return [...options].find(({ value }) => value.toLowerCase() === text.toLowerCase())?.value ?? '';
}
