import type { FilterCounts, Pagefind, PagefindFilters, PagefindHit } from './pagefind.ts';
import { mentions, toResult, type SearchResult } from './result.ts';
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
/** One word with a figure in it: nobody who looks for an id or a file wants what only begins alike. */
const ID = /^(?=\S*\d)\S{4,}$/;
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
  if (ID.test(words) && !(await isMentioned(found.results.slice(0, LOOKED_THROUGH), words)))
    found = { ...found, results: [] };
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

async function isMentioned(hits: readonly PagefindHit[], words: string): Promise<boolean> {
  const data = await Promise.all(hits.map((hit) => hit.data()));
  return data.some((one) => mentions(one, words));
}

function unique(hits: readonly PagefindHit[]): PagefindHit[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()];
}
