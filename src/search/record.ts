import type { Level } from '../coverage/assessment.ts';

/** What a result can be, in the order groups of results are shown. */
export const SEARCH_TYPES = [
  'technique',
  'tactic',
  'actor',
  'detection',
  'playbook',
  'exercise',
  'profile',
  'log',
  'platform',
  'source',
  'layer',
  'documentation',
  'page',
] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** What results can be narrowed by. */
export const SEARCH_FILTERS = ['type', 'tactic', 'platform', 'source', 'level', 'actor'] as const;
export type SearchFilter = (typeof SEARCH_FILTERS)[number];

/** One page of the site, or one place on a page, as the search knows it. */
export interface SearchRecord {
  type: SearchType;
  /** From the root of the site, without a leading slash. */
  path: string;
  title: string;
  /** Shown beside the title: an ATT&CK id. */
  id?: string;
  /** Ids and names of files it must be found by first, whatever punctuation they are written with. */
  keys: string[];
  /** Other names people know it by. */
  aliases: string[];
  /** Where it stands. */
  level?: Level;
  /** One line of facts shown below the title, not searched. */
  line: string;
  /** What it says, for the excerpt and for everything else it is found by. */
  text: string;
  filters: Partial<Record<Exclude<SearchFilter, 'type' | 'level'>, string[]>>;
}
