import { LEVELS } from '../../coverage/assessment.ts';
import { SEARCH_TYPES } from '../../search/record.ts';
import { SEARCH_TYPE_WORDS } from '../../search/type-words.ts';
import { LEVEL_WORDS } from '../../site/level-words.ts';
import { element } from '../matrix/element.ts';
import type { FilterCounts } from './pagefind.ts';
import type { SearchState } from './search-state.ts';

/** Fills the kinds with their counts; one that would give nothing is left out, unless it is chosen. */
export function drawTypes(box: HTMLElement, counts: Record<string, number>, chosen: string): void {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const focused = document.activeElement instanceof HTMLInputElement && box.contains(document.activeElement);
  const choices = [
    { value: '', label: 'All', count: total },
    ...SEARCH_TYPES.map((type) => ({
      value: type,
      label: SEARCH_TYPE_WORDS[type].plural,
      count: counts[type] ?? 0,
    })),
  ].filter(({ value, count }) => value === '' || value === chosen || count > 0);
  const labels = choices.map(({ value, label, count }) => {
    const radio = element('input', { type: 'radio', name: 'type', value });
    radio.checked = value === chosen;
    return element(
      'label',
      {},
      radio,
      element('span', {}, label, ' ', element('b', {}, count.toLocaleString('en'))),
    );
  });
  const [legend] = box.children;
  box.replaceChildren(...(legend ? [legend] : []), ...labels);
  if (focused) box.querySelector<HTMLInputElement>('input:checked')?.focus();
}

/** Fills a select with the values that would give something, and their counts. */
export function drawSelect(select: HTMLSelectElement, counts: Record<string, number>, chosen: string): void {
  const values = Object.keys(counts).filter((value) => value === chosen || (counts[value] ?? 0) > 0);
  if (chosen !== '' && !values.includes(chosen)) values.push(chosen);
  const order = (value: string): number => LEVELS.findIndex((level) => level === value);
  const options = values
    .sort((a, b) => (select.name === 'level' ? order(b) - order(a) : a < b ? -1 : 1))
    .map(
      (value) =>
        new Option(`${wordsOf(select.name, value)} (${(counts[value] ?? 0).toLocaleString('en')})`, value),
    );
  select.replaceChildren(new Option('Any', ''), ...options);
  select.value = chosen;
  select.disabled = options.length === 0;
  select.toggleAttribute('data-set', chosen !== '');
}

/** Fills all of a form's filters. */
export function drawFacets(form: HTMLFormElement, counts: FilterCounts, state: SearchState): void {
  const types = form.querySelector<HTMLElement>('[data-types]');
  if (types) drawTypes(types, counts['type'] ?? {}, state.type);
  for (const select of form.querySelectorAll('select'))
    drawSelect(select, counts[select.name] ?? {}, state[select.name as keyof SearchState]);
}

function wordsOf(filter: string, value: string): string {
  const level = filter === 'level' ? LEVELS.find((known) => known === value) : undefined;
  return level ? LEVEL_WORDS[level].name : value;
}
