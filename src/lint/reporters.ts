import type { Reporter } from './reporter.ts';
import { jsonReporter } from './reporters/json.ts';
import { textReporter } from './reporters/text.ts';

/** Every way to print findings; the first is the default. */
export const REPORTERS: readonly Reporter[] = [textReporter, jsonReporter];
