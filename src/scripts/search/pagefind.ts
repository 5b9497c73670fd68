/** The parts of Pagefind's browser API that are used here. */

/** Counts of results by filter and value: `{ type: { technique: 12 } }`. */
export type FilterCounts = Record<string, Record<string, number>>;

/** By filter: one value, or any of several. */
export type PagefindFilters = Record<string, string | { any: string[] }>;

export interface PagefindData {
  raw_url: string;
  /** Escaped text with `<mark>` around what was found. */
  excerpt: string;
  meta: Record<string, string | undefined>;
  filters: Record<string, string[] | undefined>;
}

export interface PagefindHit {
  id: string;
  score: number;
  data: () => Promise<PagefindData>;
}

export interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  init: () => Promise<void>;
  filters: () => Promise<FilterCounts>;
  /** Null finds everything. */
  search: (
    query: string | null,
    options?: { filters?: PagefindFilters },
  ) => Promise<{ results: PagefindHit[]; filters: FilterCounts }>;
}

/**
 * How much a word weighs by where it stands: a key names one thing, an alias or a name of ATT&CK is what most people
 * mean, a title is what somebody called a rule.
 */
const RANKING = { metaWeights: { key: 20, alias: 12, name: 10, title: 3 }, termSimilarity: 5 };

let loaded: Promise<Pagefind> | undefined;

/** The site's root, from the link to the search page that stands in every header. */
export function siteRoot(): URL {
  const link = document.querySelector<HTMLAnchorElement>('a[data-search-link]');
  return new URL('../', link?.href ?? location.href);
}

/** Loads the search, once. */
export function loadPagefind(): Promise<Pagefind> {
  loaded ??= load();
  loaded.catch(() => {
    // A lost connection may come back.
    loaded = undefined;
  });
  return loaded;
}

async function load(): Promise<Pagefind> {
  const folder = new URL('pagefind/', siteRoot());
  const pagefind = (await import(/* @vite-ignore */ new URL('pagefind.js', folder).href)) as Pagefind;
  await pagefind.options({ basePath: folder.pathname, baseUrl: '/', excerptLength: 26, ranking: RANKING });
  await pagefind.init();
  return pagefind;
}
