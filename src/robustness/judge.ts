import type { FieldDictionary } from './field-class.ts';
import type { Judgement, SummitColumn } from './judgement.ts';
import type { QueryTree } from './query-tree.ts';

/** What a query does not say of itself. */
export interface JudgeContext {
  /** Asked in this order. */
  fields: readonly FieldDictionary[];
  /** Where the events come from, when the log source tells. */
  column?: SummitColumn;
  /** Requests to our own servers: a path is that of our application, not the adversary's. */
  inbound?: boolean;
}

/** How hard a query is to evade. Pure, linear in the size of the tree. */
export function judge(tree: QueryTree, context: JudgeContext): Judgement {
  void tree;
  void context;
  return { because: 'Not judged yet.', parts: [], by: 'not-judged' };
}
