import type { Freshness } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import { changedOn, daysBetween, newestOf, reviewedOn, type FreshnessWindows } from './freshness.ts';
import { itemFreshness } from './item-freshness.ts';
import { PROVING } from './verdict.ts';

/**
 * When what speaks for a technique was last touched. It is stale when every rule and playbook of it is past its
 * window and no proof is inside its own: one fresh item is enough to know that somebody looks.
 *
 * @param now ISO date.
 */
export function freshnessOf(
  { detections, playbooks, results }: Pick<Evidence, 'detections' | 'playbooks' | 'results'>,
  now: string,
  windows: FreshnessWindows,
): Freshness {
  const items = [...detections, ...playbooks];
  const staleItems = items.filter((item) => itemFreshness(item, now, windows).stale).length;
  const proofs = results.filter(({ result }) => PROVING.has(result.outcome));
  const changed = newestOf(detections.map(changedOn));
  const reviewed = newestOf(playbooks.map(reviewedOn));
  const proven = newestOf(proofs.map(({ result }) => result.date));
  const isProofFresh = proven !== undefined && daysBetween(proven, now) <= windows.proofWindow;
  const newest = newestTouch([
    ['proven', proven],
    ['reviewed', reviewed],
    ['changed', changed],
  ]);
  return {
    ...(changed !== undefined && { changed }),
    ...(reviewed !== undefined && { reviewed }),
    ...(proven !== undefined && { proven }),
    ...(newest && { newest: { ...newest, days: daysBetween(newest.date, now) } }),
    stale: items.length > 0 && staleItems === items.length && !isProofFresh,
    staleItems,
    items: items.length,
  };
}

type Touch = NonNullable<Freshness['newest']>['what'];

/** The first of those with the newest date. */
function newestTouch(
  touches: readonly (readonly [what: Touch, date: string | undefined])[],
): { what: Touch; date: string } | undefined {
  const newest = newestOf(touches.map(([, date]) => date));
  const what = touches.find(([, date]) => date === newest)?.[0];
  return newest !== undefined && what !== undefined ? { what, date: newest } : undefined;
}
