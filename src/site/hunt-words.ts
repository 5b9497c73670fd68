import type { HuntData } from '../coverage/hunt-data.ts';
import type { HuntStanding, HuntState } from '../coverage/hunt-state.ts';
import { count } from './wording.ts';

export const HUNT_STATE_WORDS: Record<HuntState, string> = {
  overdue: 'Overdue',
  stale: 'Not current',
  current: 'Current',
  draft: 'Draft',
  retired: 'Retired',
};

export const HUNT_DATA_WORDS: Record<HuntData['state'], string> = {
  collected: 'Collected',
  partly: 'Collected in part',
  missing: 'Not collected',
  unknown: 'Unknown',
};

/** When a hunt runs next, against today: `in 13 days`, `12 days overdue`; undefined without a date. */
export function dueWords({ days }: HuntStanding): string | undefined {
  if (days === undefined) return undefined;
  if (days < 0) return `${count(-days, 'day')} overdue`;
  return days === 0 ? 'today' : `in ${count(days, 'day')}`;
}
