import { gitlabIssues } from '../../lint/reporters/gitlab.ts';
import type { ReviewReporter } from '../reporter.ts';
import { resultPlaces } from '../told/result-places.ts';
import { resultsOf } from '../told/results.ts';

/** A code quality report: losses and new findings where they come from. */
export const gitlabReporter: ReviewReporter = {
  id: 'gitlab',
  report(review) {
    const results = resultsOf(review);
    return `${JSON.stringify(gitlabIssues(results, resultPlaces(results, review)), null, 2)}\n`;
  },
};
