import type { Detection } from '../detections/detection.ts';
import { daysFrom } from '../documents/days.ts';
import type { Playbook } from '../playbooks/playbook.ts';

/** Days each kind of evidence stays fresh. */
export interface FreshnessWindows {
  detectionWindow: number;
  playbookWindow: number;
  proofWindow: number;
}

/**
 * ISO date of a rule's last change. Its own word comes first, even where Git has a later one: a commit that reformats
 * or moves a thousand rules is no look at any of them, and would make all of them fresh. A rule that states no change
 * has Git's date, and without a log the day it was written.
 */
export function changedOn({
  modified,
  created,
  history,
}: Pick<Detection, 'modified' | 'created' | 'history'>): string | undefined {
  if (modified !== undefined) return newestOf([modified, created]);
  return history?.last.slice(0, 10) ?? created;
}

/**
 * ISO date somebody last looked at a playbook: the newest of its reviews, its runs and the day it was written, as it
 * is current by; Git's date where it states none.
 */
export function reviewedOn({
  reviewed,
  created,
  runs,
  history,
}: Pick<Playbook, 'reviewed' | 'created' | 'runs' | 'history'>): string | undefined {
  return newestOf([created, reviewed, ...runs.map(({ date }) => date)]) ?? history?.last.slice(0, 10);
}

/** Whole days from one ISO date to another; 0 for dates to come. */
export function daysBetween(date: string, now: string): number {
  return Math.max(0, daysFrom(date, now));
}

/** The newest of ISO dates. */
export function newestOf(dates: readonly (string | undefined)[]): string | undefined {
  return dates.reduce<string | undefined>(
    (top, date) => (date !== undefined && (top === undefined || date > top) ? date : top),
    undefined,
  );
}
