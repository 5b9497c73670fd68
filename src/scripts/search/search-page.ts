/** The search page: what was asked stands in the address, so that it can be shared and the back button works. */
import { onAddressChange, readAddress, writeAddress } from '../address.ts';
import { drawFacets } from './draw-facets.ts';
import { drawResult } from './draw-results.ts';
import { facetCounts } from './facet-counts.ts';
import { find, type Found } from './find.ts';
import { loadPagefind, siteRoot } from './pagefind.ts';
import { filtersOf, SEARCH_DEFAULTS, type SearchState } from './search-state.ts';

/** How many results are shown at a time. */
const STEP = 20;
/** How long typing must rest before a search starts, in milliseconds. */
const REST = 120;

const page = document.querySelector<HTMLElement>('[data-search-page]');
const form = page?.querySelector('form');
const list = page?.querySelector<HTMLElement>('[data-results]');
const more = page?.querySelector<HTMLButtonElement>('[data-more]');
const start = page?.querySelector<HTMLElement>('[data-start]');
const status = page?.querySelector<HTMLElement>('[data-status]');

if (form && list && more && start && status) {
  const root = siteRoot();
  const input = form.querySelector<HTMLInputElement>('[name=q]');
  const clear = form.querySelector<HTMLButtonElement>('[type=reset]');
  let latest = 0;
  let found: Found | undefined;
  let shown = 0;

  const state = (): SearchState => readAddress(SEARCH_DEFAULTS) as SearchState;
  const asked = (): SearchState => ({
    ...SEARCH_DEFAULTS,
    ...Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
    ),
  });

  const showMore = async (own: number, moveFocus: boolean): Promise<void> => {
    if (!found) return;
    const results = await found.first(shown + STEP);
    if (own !== latest) return;
    const added = results.slice(shown).map((result) => drawResult(result, root));
    list.append(...added);
    shown = results.length;
    const left = found.total - shown;
    more.hidden = left <= 0;
    more.textContent = `Show ${String(Math.min(STEP, left))} more`;
    status.textContent = shownWords(shown, found.total);
    if (moveFocus) added[0]?.querySelector('a')?.focus();
  };

  const run = async (): Promise<void> => {
    const own = ++latest;
    const now = state();
    const filters = filtersOf(now);
    const isIdle = now.q === '' && Object.keys(filters).length === 0;
    if (clear) clear.hidden = Object.keys(filters).length === 0;
    try {
      const pagefind = await loadPagefind();
      const all = await pagefind.filters();
      const answer = isIdle ? undefined : await find(pagefind, now.q, filters);
      const counts = answer ? await facetCounts(pagefind, now, answer.counts) : all;
      if (own !== latest) return;
      drawFacets(form, counts, now);
      start.hidden = !isIdle;
      list.hidden = isIdle;
      more.hidden = true;
      list.replaceChildren();
      shown = 0;
      found = answer;
      status.textContent = '';
      document.title = document.title.replace(
        /^(?:.* · )?Search/,
        now.q === '' ? 'Search' : `${now.q} · Search`,
      );
      await showMore(own, false);
    } catch {
      if (own === latest)
        status.textContent = 'The search could not be loaded. The lists below lead to every page.';
    }
  };

  const change = (how: 'push' | 'replace'): void => {
    writeAddress(asked(), SEARCH_DEFAULTS, how);
    void run();
  };
  let rest: ReturnType<typeof setTimeout> | undefined;
  input?.addEventListener('input', () => {
    clearTimeout(rest);
    rest = setTimeout(change, REST, 'replace');
  });
  form.addEventListener('change', ({ target }) => {
    if (target !== input) change('push');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(rest);
    change('push');
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    writeAddress({ ...SEARCH_DEFAULTS, q: asked().q }, SEARCH_DEFAULTS);
    void run();
  });
  more.addEventListener('click', () => {
    void showMore(latest, true);
  });
  const read = (): void => {
    if (input) input.value = state().q;
    void run();
  };
  onAddressChange(read);
  form.hidden = false;
  for (const element of start.querySelectorAll<HTMLElement>('[data-examples]')) element.hidden = false;
  read();
}

function shownWords(shown: number, total: number): string {
  if (total === 0) return 'Nothing found. Fewer words or filters may help.';
  const of = shown === total ? '' : `${shown.toLocaleString('en')} of `;
  return `${of}${total.toLocaleString('en')} ${total === 1 ? 'result' : 'results'}`;
}
