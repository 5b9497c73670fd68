import type { Detection } from '../detections/detection.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import { changedOn, daysBetween, reviewedOn, type FreshnessWindows } from './freshness.ts';

/** When one item was last touched, as far as anything says. */
export interface ItemFreshness {
  /** A rule was changed, a playbook was reviewed, run or written. */
  what: 'changed' | 'reviewed';
  /** ISO date. */
  date?: string;
  /** Whole days from then to now. */
  days?: number;
  /** Past its window, or without any date: nobody can say that it is not. */
  stale: boolean;
}

/**
 * How fresh a rule or a playbook is. The last day of its window is still in it.
 *
 * @param now ISO date.
 */
export function itemFreshness(
  item: Detection | Playbook,
  now: string,
  windows: Pick<FreshnessWindows, 'detectionWindow' | 'playbookWindow'>,
): ItemFreshness {
  const isRule = item.kind === 'detection';
  const what = isRule ? 'changed' : 'reviewed';
  const date = isRule ? changedOn(item) : reviewedOn(item);
  if (date === undefined) return { what, stale: true };
  const days = daysBetween(date, now);
  return { what, date, days, stale: days > (isRule ? windows.detectionWindow : windows.playbookWindow) };
}
