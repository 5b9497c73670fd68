import { sourceDate } from './source-date.ts';

/**
 * The day by the clock, in UTC, as an ISO date, or the day `SOURCE_DATE_EPOCH` names: for what a person writes today,
 * never for what is computed.
 */
export function today(env: NodeJS.ProcessEnv): string {
  return sourceDate(env) ?? new Date().toISOString().slice(0, 10);
}
