import { ruleSlug } from '../../lint/rule-slug.ts';
import type { ReportOptions } from '../../lint/reporter.ts';
import { LINT_RULES } from '../../lint/rules.ts';
import { LINT_RULES_PATH } from '../../output/paths.ts';
import type { Review } from '../review.ts';
import { pageUrl } from './addresses.ts';
import type { ReviewResult } from './results.ts';

type Places = Pick<ReportOptions, 'pathOf' | 'fileOf' | 'urlOf' | 'version'>;

/** What the reports of findings ask for beside the findings, for results of a review. */
export function resultPlaces(
  results: readonly ReviewResult[],
  review: Pick<Review, 'site' | 'tool'>,
): Places & Required<Pick<Places, 'urlOf'>> {
  const files = new Map(results.map(({ source, path, file }) => [`${source}\0${path}`, file]));
  const fileOf: Places['fileOf'] = ({ source, path }) => files.get(`${source}\0${path}`);
  return {
    fileOf,
    pathOf: (finding) => fileOf(finding) ?? `${finding.source}:${finding.path}`,
    urlOf: (rule) => ruleUrl(rule, review),
    version: review.tool.version,
  };
}

/** Where a check is explained; nowhere for what only a review finds. */
export function ruleUrl(rule: string, review: Pick<Review, 'site'>): string | undefined {
  if (!LINT_RULES.some(({ id }) => id === rule)) return undefined;
  return pageUrl(review, `${LINT_RULES_PATH}#${ruleSlug(rule)}`);
}
