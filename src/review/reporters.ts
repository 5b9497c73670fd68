import type { ReviewReporter } from './reporter.ts';
import { jsonReporter } from './reporters/json.ts';
import { markdownReporter } from './reporters/markdown.ts';
import { textReporter } from './reporters/text.ts';

/** Every way to tell a review; the first is the default. */
export const REVIEW_REPORTERS: readonly ReviewReporter[] = [textReporter, jsonReporter, markdownReporter];
