import { SEARCH_FILTERS, type SearchFilter } from '../../search/record.ts';
import type { PagefindFilters } from './pagefind.ts';

/** What the search page was asked, as it stands in the address; empty for not at all. */
export type SearchState = Record<'q' | SearchFilter, string>;

export const SEARCH_DEFAULTS: SearchState = {
  q: '',
  type: '',
  tactic: '',
  platform: '',
  source: '',
  level: '',
  actor: '',
};

/** The filters that are set, as the search takes them; one may be left out to see what else it could be. */
export function filtersOf(state: SearchState, without?: SearchFilter): PagefindFilters {
  return Object.fromEntries(
    SEARCH_FILTERS.filter((name) => state[name] !== '' && name !== without).map((name) => [
      name,
      state[name],
    ]),
  );
}
