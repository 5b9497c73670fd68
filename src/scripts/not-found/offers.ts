import { find } from '../search/find.ts';
import { loadPagefind } from '../search/pagefind.ts';
import type { SearchResult } from '../search/result.ts';
import type { AskedFor } from './asked-for.ts';

/** More is what the search page is for. */
const MOST = 5;

/**
 * Pages an address may have meant: those that have its name, else those that say its words. The search knows every page
 * there is, so that none has to be asked for in vain.
 *
 * @throws When the search cannot be loaded.
 */
export async function offersFor({ names, words }: AskedFor): Promise<SearchResult[]> {
  if (words === '') return [];
  const pagefind = await loadPagefind();
  const first = async (asked: string): Promise<SearchResult[]> => (await find(pagefind, asked)).first(MOST);
  const named = (await Promise.all(names.map(first))).flat().filter(({ exact }) => exact > 0);
  const unique = [...new Map(named.map((result) => [result.path, result])).values()];
  return unique.length > 0 ? unique.slice(0, MOST) : first(words);
}
