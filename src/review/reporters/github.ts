import { logLine } from '../../escape/log-line.ts';
import { visible } from '../../escape/visible.ts';
import { workflowCommand } from '../../escape/workflow-command.ts';
import { annotated, annotation, MOST_OF_A_KIND } from '../../lint/reporters/github.ts';
import type { ReviewReporter } from '../reporter.ts';
import { resultPlaces } from '../told/result-places.ts';
import { resultsOf, type ReviewResult } from '../told/results.ts';

/** Annotations of a GitHub workflow, as many as it shows; the last one says how many it does not. */
export const githubReporter: ReviewReporter = {
  id: 'github',
  report(review) {
    const results = resultsOf(review).map(inLog);
    const places = resultPlaces(results, review);
    const shown = withRoomForOne(annotated(results), results.length);
    const left = results.length - shown.length;
    const rest =
      left === 0
        ? []
        : [workflowCommand('notice', { title: 'Coverage review' }, `${left} more in the summary`)];
    const annotations = shown.map((result) => annotation(result, places));
    return `${[logLine(review.verdict), ...annotations, ...rest].join('\n')}\n`;
  },
};

/** What tells of the rest is a notice itself: it takes the place of the last one where there is none for it. */
function withRoomForOne(shown: readonly ReviewResult[], of: number): readonly ReviewResult[] {
  const notices = shown.filter(({ severity }) => severity === 'note').length;
  return shown.length < of && notices >= MOST_OF_A_KIND ? shown.slice(0, -1) : shown;
}

/** Nothing of a result moves the cursor of a log or turns its reading direction. */
function inLog(result: ReviewResult): ReviewResult {
  const { message, hint, source, path, file } = result;
  return {
    ...result,
    message: visible(message),
    ...(hint !== undefined && { hint: visible(hint) }),
    source: visible(source),
    path: visible(path),
    ...(file !== undefined && { file: visible(file) }),
  };
}
