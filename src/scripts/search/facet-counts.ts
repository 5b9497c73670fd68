import { SEARCH_FILTERS } from '../../search/record.ts';
import { find } from './find.ts';
import type { FilterCounts, Pagefind } from './pagefind.ts';
import { filtersOf, type SearchState } from './search-state.ts';

/**
 * How many results each value of each filter would give. For a filter that is set, what its other values would give in
 * its place: that takes a search without it.
 */
export async function facetCounts(
  pagefind: Pagefind,
  state: SearchState,
  counts: FilterCounts,
): Promise<FilterCounts> {
  const entries = await Promise.all(
    SEARCH_FILTERS.map(async (name) => {
      const own =
        state[name] === '' ? counts : (await find(pagefind, state.q, filtersOf(state, name))).counts;
      return [name, own[name] ?? {}] as const;
    }),
  );
  return Object.fromEntries(entries);
}
