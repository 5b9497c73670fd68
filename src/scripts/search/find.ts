import type { FilterCounts, Pagefind, PagefindFilters, PagefindHit } from './pagefind.ts';
import { toResult, type SearchResult } from './result.ts';
import { keyWords, searchWords } from './search-words.ts';

/** What was found; results are loaded as they are shown. */
export interface Found {
  total: number;
  /** How many results each value of a filter would leave. */
  counts: FilterCounts;
  /** The first so many results. */
  first: (count: number) => Promise<SearchResult[]>;
}

/** What may well be meant by its name although many rules have that word in their titles. */
const OF_ATTACK = { any: ['technique', 'tactic', 'actor'] };
/** How many results are looked through for one that has exactly the name. */
const LOOKED_THROUGH = 20;
const OF_ATTACK_LOOKED_THROUGH = 10;

/** Searches; what has exactly the name that was typed comes first. Without words, all that the filters leave. */
export async function find(pagefind: Pagefind, typed: string, filters: PagefindFilters = {}): Promise<Found> {
  const words = searchWords(typed);
  const asked = words === '' ? null : words;
  const keys = keyWords(words);
  let found = await pagefind.search(keys ?? asked, { filters });
  if (keys !== undefined && found.results.length === 0) found = await pagefind.search(asked, { filters });
  const load = (hits: PagefindHit[]): Promise<SearchResult[]> =>
    Promise.all(hits.map(async (hit) => toResult(await hit.data(), words)));

  let leading: Promise<PagefindHit[]> | undefined;
  const lead = async (): Promise<PagefindHit[]> => {
    if (asked === null) return [];
    const ofAttack =
      filters['type'] === undefined
        ? await pagefind.search(asked, { filters: { ...filters, type: OF_ATTACK } })
        : undefined;
    const hits = unique([
      ...(ofAttack?.results.slice(0, OF_ATTACK_LOOKED_THROUGH) ?? []),
      ...found.results.slice(0, LOOKED_THROUGH),
    ]);
    const results = await load(hits);
    const exactness = (hit: PagefindHit): number => results[hits.indexOf(hit)]?.exact ?? 0;
    return hits.filter((hit) => exactness(hit) > 0).sort((a, b) => exactness(b) - exactness(a));
  };

  return {
    total: found.results.length,
    counts: found.filters,
    first: async (count) => {
      leading ??= lead();
      return load(unique([...(await leading), ...found.results]).slice(0, count));
    },
  };
}

function unique(hits: readonly PagefindHit[]): PagefindHit[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()];
}
