import { isoDate } from './dates.ts';

/** Epochs below are read as seconds: as milliseconds they would lie before 1973, as seconds far beyond any log. */
const FIRST_MILLISECONDS = 1e11;

/**
 * The day of a time as tools log it: an ISO date with or without a time (the day as written), or an epoch in seconds
 * or milliseconds (the day in UTC). Undefined for anything else: `3/4/2026` is two days, and neither is guessed.
 */
export function dayOfTime(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const epoch = /^\s*(\d{9,13})(?:\.\d*)?\s*$/.exec(text)?.[1];
  if (epoch === undefined) return isoDate(text);
  const number = Number(epoch);
  return new Date(number < FIRST_MILLISECONDS ? number * 1000 : number).toISOString().slice(0, 10);
}
