import { daysFrom } from '../documents/days.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { BacklogItem } from './backlog-item.ts';
import { daysBetween, reviewedOn } from './freshness.ts';
import { counted } from './wording.ts';

/** Days ahead of its date a hunt is said to be due. */
const AHEAD = 30;

/**
 * What a playbook has in the backlog: a run that is overdue or due within 30 days, or that it is not current any more.
 * Undefined for one that needs nothing, a draft or a retired one.
 *
 * @param now ISO date.
 */
export function dueHunt(
  playbook: Playbook,
  now: string,
): Extract<BacklogItem, { playbook: Playbook }> | undefined {
  if (playbook.status !== 'active' || playbook.role === 'library') return undefined;
  const { due, currentNot } = playbook;
  const touched = reviewedOn(playbook);
  const days = due === undefined ? undefined : daysFrom(due, now);
  const lastRun = playbook.runs.reduce((last, { date }) => (date > last ? date : last), '');
  const since = lastRun === '' ? 'it never ran' : `it last ran on ${lastRun}`;
  if (due !== undefined && days !== undefined && days >= -AHEAD) {
    const item = { playbook, due, days };
    if (days > 0)
      return {
        kind: 'overdue',
        ...item,
        because: `Its run was due ${counted(days, 'day')} ago, on ${due}; ${since}.`,
      };
    const when = days === 0 ? 'today' : `in ${counted(-days, 'day')}, on ${due}`;
    return { kind: 'due', ...item, because: `Its next run is due ${when}; ${since}.` };
  }
  if (playbook.current) return undefined;
  return {
    kind: 'stale',
    playbook,
    ...(due !== undefined && { due }),
    days: touched === undefined ? 0 : daysBetween(touched, now),
    because: `It is not current: ${currentNot ?? 'nobody looked at it within the window'}.`,
  };
}
