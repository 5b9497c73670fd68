import { type Fields, textsOf } from '../../documents/fields.ts';
import type { QueryTree } from '../query-tree.ts';
import { readCondition } from './condition.ts';
import { readSearch } from './search.ts';

const NO_SEARCH = new Set(['condition', 'timeframe', 'fields']);

/** The logic of a Sigma rule's `detection`; several conditions are alternatives. */
export function sigmaQuery(detection: Fields): QueryTree {
  const searches = new Map(
    Object.entries(detection)
      .filter(([name]) => !NO_SEARCH.has(name))
      .map(([name, search]) => [name, readSearch(search)]),
  );
  const conditions = textsOf(detection['condition']);
  if (conditions.length === 0) return { kind: 'opaque', why: 'no condition', written: '' };
  const of = conditions.map((condition) => readCondition(condition, searches));
  return of.length === 1 && of[0] ? of[0] : { kind: 'any', of };
}
