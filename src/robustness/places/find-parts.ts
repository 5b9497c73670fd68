import type { DecidingPart } from '../judgement.ts';
import type { Place } from './place.ts';
import { findInSearches } from './sigma-searches.ts';
import { findInText } from './text-query.ts';

/**
 * Where the parts that decided a rule's robustness stand in its text, one answer for each part in order. Undefined for
 * a part that is not found for certain: written with an alias, put together from several documents, cut in the middle.
 *
 * @param text The lines of its file the rule stands in.
 */
export function findParts(
  text: string,
  { format, query }: { format: string; query?: string | undefined },
  parts: readonly DecidingPart[],
): (Place | undefined)[] {
  if (parts.length === 0) return [];
  return format === 'sigma' ? findInSearches(text, parts) : findInText(text, query, parts);
}
