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
  /** What was typed is one of its names, not only a part of what it says. */
  exact: boolean;
}

export function toResult({ raw_url, excerpt, meta, filters }: PagefindData, words: string): SearchResult {
  const { path, id, line } = readResultAddress(raw_url);
  const title = meta['name'] ?? meta['title'] ?? '';
  const level = LEVELS.find((known) => known === filters['level']?.[0]);
  const names = [title, ...(meta['alias'] ?? '').split('\n'), ...(meta['key'] ?? '').split(' ')];
  return {
    type: SEARCH_TYPES.find((known) => known === filters['type']?.[0]) ?? 'page',
    path,
    title,
    id,
    line,
    ...(level && { level }),
    excerpt: markedParts(excerpt),
    exact: names.some((name) => name !== '' && bareName(name) === bareName(words)),
  };
}
