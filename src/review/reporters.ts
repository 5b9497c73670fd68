import type { ReviewReporter } from './reporter.ts';
import { githubReporter } from './reporters/github.ts';
import { gitlabReporter } from './reporters/gitlab.ts';
import { htmlReporter } from './reporters/html.ts';
import { jsonReporter } from './reporters/json.ts';
import { layerReporter } from './reporters/layer.ts';
import { markdownReporter } from './reporters/markdown.ts';
import { sarifReporter } from './reporters/sarif.ts';
import { textReporter } from './reporters/text.ts';

/** Every way to tell a review; the first is the default. */
export const REVIEW_REPORTERS: readonly ReviewReporter[] = [
  textReporter,
  jsonReporter,
  markdownReporter,
  sarifReporter,
  githubReporter,
  gitlabReporter,
  htmlReporter,
  layerReporter,
];
