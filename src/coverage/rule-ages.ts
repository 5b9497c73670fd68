import type { Detection } from '../detections/detection.ts';
import { addDays } from '../documents/days.ts';
import { changedOn, daysBetween } from './freshness.ts';

/** Counting rules last changed in one quarter. */
export interface RuleAge {
  /** First day of the quarter, ISO. */
  from: string;
  fresh: number;
  stale: number;
}

export interface RuleAges {
  /** Every quarter from the oldest change, or the start of the window, to now; also those in which nothing changed. */
  quarters: RuleAge[];
  /** Nobody says when these were changed. */
  undated: number;
}

/**
 * Counting rules by the quarter of their last change.
 *
 * @param now ISO date.
 * @param window Days a rule stays fresh.
 */
export function ruleAges(detections: readonly Detection[], now: string, window: number): RuleAges {
  const dates = detections.filter(({ counts }) => counts).map(changedOn);
  const dated = dates.filter((date) => date !== undefined).toSorted();
  const start = addDays(now, -window);
  const [oldest = start] = dated;
  const quarters = quartersBetween(oldest < start ? oldest : start, now).map((from) => ({
    from,
    fresh: 0,
    stale: 0,
  }));
  const byStart = new Map(quarters.map((quarter) => [quarter.from, quarter]));
  for (const date of dated) {
    // A date to come is today's: a clock somewhere is wrong.
    const quarter = byStart.get(quarterOf(date > now ? now : date));
    if (quarter) quarter[daysBetween(date, now) > window ? 'stale' : 'fresh'] += 1;
  }
  return { quarters, undated: dates.length - dated.length };
}

/** `2026-05-17` → `2026-04-01` */
function quarterOf(date: string): string {
  const month = Number(date.slice(5, 7));
  return `${date.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}

function quartersBetween(from: string, to: string): string[] {
  const starts: string[] = [];
  const day = new Date(quarterOf(from));
  for (const last = quarterOf(to); ; day.setUTCMonth(day.getUTCMonth() + 3)) {
    const start = day.toISOString().slice(0, 10);
    if (start > last) return starts;
    starts.push(start);
  }
}
