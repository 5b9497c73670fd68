import { LEVELS, type Level } from '../../coverage/assessment.ts';
import { readResultAddress } from '../../search/address.ts';
import { bareName } from '../../search/bare-name.ts';
import { SEARCH_TYPES, type SearchType } from '../../search/record.ts';
import { markedParts, type MarkedPart } from './marked-parts.ts';
import type { PagefindData } from './pagefind.ts';

/** One result as it is shown. */
export interface SearchResult {
  type: SearchType;
  /** From the root of the site. */
  path: string;
  title: string;
  /** Empty for none. */
  id: string;
  line: string;
  level?: Level;
  excerpt: MarkedPart[];
  /** What was typed is one of its names: 2 as it is written, 1 but for punctuation, 0 not at all. */
  exact: 0 | 1 | 2;
}

export function toResult({ raw_url, excerpt, meta, filters }: PagefindData, words: string): SearchResult {
  const { path, id, line } = readResultAddress(raw_url);
  const title = meta['name'] ?? meta['title'] ?? '';
  const level = LEVELS.find((known) => known === filters['level']?.[0]);
  return {
    type: SEARCH_TYPES.find((known) => known === filters['type']?.[0]) ?? 'page',
    path,
    title,
    id,
    line,
    ...(level && { level }),
    excerpt: markedParts(excerpt),
    exact: exactness(namesOf(meta), words),
  };
}

/** Whether a result has what was typed in a name or in its excerpt: Pagefind also finds what only begins alike. */
export function mentions({ meta, excerpt }: PagefindData, words: string): boolean {
  const marked = markedParts(excerpt).flatMap(({ text, marked }) => (marked ? [text] : []));
  return [...namesOf(meta), ...marked].some((name) => bareName(name).includes(bareName(words)));
}

function namesOf(meta: PagefindData['meta']): string[] {
  const title = meta['name'] ?? meta['title'] ?? '';
  return [title, ...(meta['alias'] ?? '').split('\n'), ...(meta['key'] ?? '').split(' ')];
}

function exactness(names: readonly string[], words: string): SearchResult['exact'] {
  const bare = bareName(words);
  if (bare === '') return 0;
  if (names.some((name) => name.toLowerCase() === words.toLowerCase())) return 2;
  return names.some((name) => bareName(name) === bare) ? 1 : 0;
}
