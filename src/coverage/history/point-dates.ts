import type { Config } from '../../workspace/config.ts';

const MONTHS = { month: 1, quarter: 3, year: 12 };

/**
 * The dates before `now` a history asks for, oldest first. A month back is the same day of the month before, or its
 * last day where it is shorter; each is counted from `now` itself, so that a 31st comes back after a February.
 */
export function pointDates(now: string, { points, every }: Config['history']): string[] {
  const steps = Array.from({ length: points }, (_, index) => points - index);
  return steps.map((step) =>
    every === 'week' ? daysBefore(now, step * 7) : monthsBefore(now, step * MONTHS[every]),
  );
}

function daysBefore(now: string, days: number): string {
  const date = midnight(now);
  date.setUTCDate(date.getUTCDate() - days);
  return isoDay(date);
}

function monthsBefore(now: string, months: number): string {
  const date = midnight(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return isoDay(date);
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
