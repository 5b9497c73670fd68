import type { Reporter } from './reporter.ts';
import { githubReporter } from './reporters/github.ts';
import { gitlabReporter } from './reporters/gitlab.ts';
import { jsonReporter } from './reporters/json.ts';
import { markdownReporter } from './reporters/markdown.ts';
import { sarifReporter } from './reporters/sarif.ts';
import { textReporter } from './reporters/text.ts';

/** Every way to print findings; the first is the default. */
export const REPORTERS: readonly Reporter[] = [
  textReporter,
  jsonReporter,
  sarifReporter,
  githubReporter,
  gitlabReporter,
  markdownReporter,
];
