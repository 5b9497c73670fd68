import type { ReviewReporter } from '../reporter.ts';

/** The review itself, for scripts; indented, since it is read on terminals too. */
export const jsonReporter: ReviewReporter = {
  id: 'json',
  report: (review) => `${JSON.stringify(review, null, 2)}\n`,
};
