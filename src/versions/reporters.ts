import type { ImpactReporter } from './reporter.ts';
import { jsonImpact } from './reporters/json.ts';
import { markdownImpact } from './reporters/markdown.ts';
import { textImpact } from './reporters/text.ts';

/** Every way to print what a version changes; the first is the default. */
export const IMPACT_REPORTERS: readonly ImpactReporter[] = [textImpact, jsonImpact, markdownImpact];
