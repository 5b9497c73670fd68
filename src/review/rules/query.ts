import type { Detection } from '../../detections/detection.ts';
import type { Difference } from '../difference.ts';
import { listDifference } from '../differences/list.ts';
import { textDifference } from '../differences/text.ts';
import { valueDifference } from '../differences/value.ts';
import { queryParts } from './query-parts.ts';

/** How a query differs, by what that means. */
export interface QueryDifferences {
  /** What it looks for. */
  query: Difference[];
  /** What it leaves out. */
  exclusions: Difference[];
  /** Layout, comments, the order of alternatives: it matches the same. */
  metadata: Difference[];
}

/**
 * How what a rule matches differs. A query whose parts cannot all be told apart counts as another as soon as its text
 * is another.
 */
export function queryDifferences(before: Detection, after: Detection): QueryDifferences {
  const differences: QueryDifferences = {
    query: [
      ...valueDifference('query language', before.language, after.language),
      ...listDifference('rules it works on', before.refersTo, after.refersTo),
      ...valueDifference('robustness', before.robustness?.rung, after.robustness?.rung),
    ],
    exclusions: listDifference('filter rules', before.filters, after.filters),
    metadata: [],
  };
  const text = textDifference('query', 'lines', before.query, after.query);
  if (text.length === 0) return differences;
  // A filter is one exclusion as a whole.
  if (after.format === 'sigma-filter') {
    differences.exclusions.push(...text);
    return differences;
  }
  const [was, is] = [queryParts(before), queryParts(after)];
  const isTold = was !== undefined && is !== undefined && !was.opaque && !is.opaque;
  const exclusions = isTold ? listDifference('exclusions', was.exclusions, is.exclusions) : [];
  differences.exclusions.push(...exclusions);
  if (!isTold || was.logic !== is.logic) differences.query.push(...text);
  else if (exclusions.length > 0) differences.exclusions.push(...text);
  else differences.metadata.push(...text.map((one) => ({ ...one, name: 'query (it matches the same)' })));
  return differences;
}
