import { daysFrom } from '../documents/days.ts';
import type { Playbook } from '../playbooks/playbook.ts';

/** `stale`: active, and nobody looked at it within the window. An overdue one may still be current. */
export const HUNT_STATES = ['overdue', 'stale', 'current', 'draft', 'retired'] as const;
export type HuntState = (typeof HUNT_STATES)[number];

/** Where a playbook stands and when its next run is due. */
export interface HuntStanding {
  state: HuntState;
  /** ISO date of the next run; absent without a cadence. */
  due?: string;
  /** Days until then, negative once it has passed. */
  days?: number;
}

/** @param now ISO date. */
export function huntStanding(
  { status, current, due }: Pick<Playbook, 'status' | 'current' | 'due'>,
  now: string,
): HuntStanding {
  if (status !== 'active') return { state: status };
  if (due === undefined) return { state: current ? 'current' : 'stale' };
  const days = daysFrom(now, due);
  return { state: days < 0 ? 'overdue' : current ? 'current' : 'stale', due, days };
}
