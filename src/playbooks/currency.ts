import { addDays } from '../documents/days.ts';
import type { PlaybookDraft } from './playbook.ts';

/** Whether a playbook counts as hunting, and when its next run is due. */
export interface Currency {
  current: boolean;
  /** Why it is not current, as a clause: `retired`, `last looked at on 2025-01-10, over 180 days ago`. */
  currentNot?: string;
  /** ISO date of the next run, where a cadence is set. */
  due?: string;
}

type Dated = Pick<PlaybookDraft, 'status' | 'created' | 'reviewed' | 'cadence' | 'runs'>;

/**
 * A playbook is current when it is active and was reviewed, run or created within the window.
 * Its next run is due one cadence after the last run, or after that newest date when it never ran.
 *
 * @param now ISO date the window is counted back from. Dates after it are taken as written.
 * @param windowDays Days, at least 0.
 * @param fallbackDate ISO date or date-time of the file's last change, for formats that state no dates.
 */
export function currency(playbook: Dated, now: string, windowDays: number, fallbackDate?: string): Currency {
  const lastRun = newest(playbook.runs.map(({ date }) => date));
  const stated = newest([playbook.created, playbook.reviewed, lastRun]);
  const lookedAt = stated ?? fallbackDate?.slice(0, 10);
  const due =
    playbook.cadence === undefined || playbook.status === 'retired'
      ? undefined
      : dayAfter(lastRun ?? lookedAt, playbook.cadence);
  const currentNot = reasonAgainst(playbook.status, lookedAt, now, windowDays);
  return {
    current: currentNot === undefined,
    ...(currentNot !== undefined && { currentNot }),
    ...(due !== undefined && { due }),
  };
}

function reasonAgainst(
  status: Dated['status'],
  lookedAt: string | undefined,
  now: string,
  windowDays: number,
): string | undefined {
  if (status !== 'active') return status === 'draft' ? 'still a draft' : 'retired';
  if (lookedAt === undefined) return 'no review, run or creation date';
  const windowStart = addDays(now, -windowDays);
  if (lookedAt < windowStart) {
    return `last looked at on ${lookedAt}, over ${windowDays} days ago`;
  }
  return undefined;
}

function newest(dates: readonly (string | undefined)[]): string | undefined {
  return dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
}

function dayAfter(date: string | undefined, days: number): string | undefined {
  return date === undefined ? undefined : addDays(date, days);
}
