import { sarifLog } from '../../lint/reporters/sarif.ts';
import { LINT_RULES } from '../../lint/rules.ts';
import type { ReviewReporter } from '../reporter.ts';
import { resultPlaces } from '../told/result-places.ts';
import { resultsOf } from '../told/results.ts';
import { REVIEW_RULES } from '../told/review-rules.ts';

/** SARIF 2.1.0, for code scanning and editors: losses and new findings where they come from. */
export const sarifReporter: ReviewReporter = {
  id: 'sarif',
  report(review) {
    const results = resultsOf(review);
    const log = sarifLog(results, {
      ...resultPlaces(results, review),
      rules: [...LINT_RULES, ...REVIEW_RULES],
    });
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};
