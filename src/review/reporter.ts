import type { Review } from './review.ts';

export interface ReviewReportOptions {
  /** Whether the reader shows ANSI colours. */
  color: boolean;
  /** Addresses of the pages of changes, by the ids of the changes, where there are such pages. */
  pages?: ReadonlyMap<string, string>;
}

/** One way to tell a review. To add one is to add a file under `reporters/` and a line in `reporters.ts`. */
export interface ReviewReporter {
  /** As `--format` names it. */
  id: string;
  /** The whole report, newline at the end. */
  report(review: Review, options: ReviewReportOptions): string;
}
