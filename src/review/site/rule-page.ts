import type { Root } from 'hast';
import { differenceList } from '../reporters/html/differences.ts';
import type { Review } from '../review.ts';
import type { RuleChange } from '../rule-change.ts';
import { toldRule } from '../told/items.ts';
import { changePage, part } from './change-page.ts';
import { codeDifference } from './code.ts';

/** Unchanged lines around a change of a rule's source. */
const CONTEXT = 12;

export interface RulePageOptions {
  review: Review;
  pages: ReadonlyMap<string, string>;
  change: RuleChange;
  /** A rule's own lines of its file; absent on the side where there is none. */
  before?: string | undefined;
  after?: string | undefined;
  /** Its source is highlighted in. */
  language: string;
}

/** The page of a changed detection: what it means, and its source line by line. */
export function rulePage({ review, pages, change, before, after, language }: RulePageOptions): Root {
  const told = toldRule(change);
  return changePage(
    { review, pages, change, told },
    part('meaning', 'What differs', differenceList(told.differences.filter(({ kind }) => kind !== 'text'))),
    part('source', 'Source', codeDifference(before, after, { language, context: CONTEXT })),
  );
}
