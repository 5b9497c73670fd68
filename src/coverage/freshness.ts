import type { Detection } from '../detections/detection.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { Freshness } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import { PROVING } from './verdict.ts';

const DAY = 86_400_000;

/** Days each kind of evidence stays fresh. */
export interface FreshnessWindows {
  detectionWindow: number;
  playbookWindow: number;
  proofWindow: number;
}

/** ISO date of a rule's last change: its own word, or the last commit that touched its file. */
export function changedOn({ modified, created, history }: Detection): string | undefined {
  return modified ?? history?.last.slice(0, 10) ?? created;
}

/** ISO date a playbook was last reviewed or run, or written where it was neither. */
export function reviewedOn({ reviewed, created, runs, history }: Playbook): string | undefined {
  return newest([reviewed, ...runs.map(({ date }) => date)]) ?? created ?? history?.last.slice(0, 10);
}

/** Whole days from one ISO date to another; 0 for dates to come. */
export function daysBetween(date: string, now: string): number {
  return Math.max(0, Math.round((Date.parse(now) - Date.parse(date.slice(0, 10))) / DAY));
}

/** When what speaks for a technique was last touched. An item without any date counts as past its window. */
export function freshnessOf(
  { detections, playbooks, results }: Pick<Evidence, 'detections' | 'playbooks' | 'results'>,
  now: string,
  windows: FreshnessWindows,
): Freshness {
  const proofs = results.filter(({ result }) => PROVING.has(result.outcome)).map(({ result }) => result.date);
  const dated = [
    ...detections.map((detection) => [changedOn(detection), windows.detectionWindow] as const),
    ...playbooks.map((playbook) => [reviewedOn(playbook), windows.playbookWindow] as const),
  ];
  const staleItems = dated.filter(
    ([date, window]) => date === undefined || daysBetween(date, now) > window,
  ).length;
  const dates = {
    changed: newest(detections.map(changedOn)),
    reviewed: newest(playbooks.map(reviewedOn)),
    proven: newest(proofs),
  };
  const isProofFresh = dates.proven !== undefined && daysBetween(dates.proven, now) <= windows.proofWindow;
  const last = (['proven', 'reviewed', 'changed'] as const)
    .flatMap((what) => ({ what, date: dates[what] ?? '' }))
    .filter(({ date }) => date !== '')
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))[0];
  return {
    ...(dates.changed !== undefined && { changed: dates.changed }),
    ...(dates.reviewed !== undefined && { reviewed: dates.reviewed }),
    ...(dates.proven !== undefined && { proven: dates.proven }),
    ...(last && { newest: { ...last, days: daysBetween(last.date, now) } }),
    stale: dated.length > 0 && staleItems === dated.length && !isProofFresh,
    staleItems,
    items: dated.length,
  };
}

function newest(dates: readonly (string | undefined)[]): string | undefined {
  return dates.reduce<string | undefined>(
    (top, date) => (date !== undefined && (top === undefined || date > top) ? date : top),
    undefined,
  );
}
