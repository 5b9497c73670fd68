import { addDays } from '../documents/days.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import { daysBetween, reviewedOn } from './freshness.ts';

/** How long what somebody saw in a playbook holds. */
export interface PlaybookSpan {
  playbook: Playbook;
  /** ISO date of its last review or run. */
  from: string;
  /** ISO date of its next run by cadence or, without one, the end of its window. */
  until: string;
  /** Days past that date; 0 for none. */
  overdue: number;
}

/**
 * Active playbooks of ours, the one due first at the head. Those nobody has dated are left out.
 *
 * @param now ISO date.
 * @param window Days a playbook stays current after somebody looked at it.
 */
export function playbookSpans(playbooks: readonly Playbook[], now: string, window: number): PlaybookSpan[] {
  return playbooks
    .filter(({ status, role }) => status === 'active' && role === 'deployed')
    .flatMap((playbook): PlaybookSpan[] => {
      const from = reviewedOn(playbook);
      if (from === undefined) return [];
      const until = playbook.due ?? addDays(from, window);
      return [{ playbook, from, until, overdue: daysBetween(until, now) }];
    })
    .sort((a, b) =>
      a.until === b.until ? (a.playbook.key < b.playbook.key ? -1 : 1) : a.until < b.until ? -1 : 1,
    );
}
