import type { ImpactReporter } from '../reporter.ts';

/** The value itself, for scripts. */
export const jsonImpact: ImpactReporter = {
  id: 'json',
  report: (impact) => `${JSON.stringify(impact, null, 2)}\n`,
};
