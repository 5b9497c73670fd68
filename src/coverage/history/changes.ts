import { DOMAINS, type Domain } from '../../attack/domain.ts';
import { CHANGE_KINDS, type Change, type TechniqueState } from '../history.ts';
import { isCovered } from '../levels.ts';
import type { AssessedPoint, SeenItem } from './assessed-point.ts';
import { pairItems } from './pair-items.ts';

/** Whether a technique is in the denominator: what happens to one that is not is no change of coverage. */
export type InScope = (domain: Domain, technique: string) => boolean;

const NOTHING: TechniqueState = ['none', 0, 0];

/** What differs between two points, in the order of `CHANGE_KINDS`, then by domain and id or by key. */
export function changesBetween(before: AssessedPoint, after: AssessedPoint, inScope: InScope): Change[] {
  const changes = [...itemChanges(before, after), ...techniqueChanges(before, after, inScope)];
  const order = (change: Change): string =>
    `${CHANGE_KINDS.indexOf(change.kind)} ${DOMAINS.indexOf(change.domain ?? 'enterprise')} ${change.technique ?? change.item?.key ?? ''}`;
  return changes
    .map((change) => ({ change, order: order(change) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ change }) => change);
}

function itemChanges(before: AssessedPoint, after: AssessedPoint): Change[] {
  const between = { from: before.date, to: after.date };
  return pairItems(before.items, after.items).flatMap((pair): Change[] => {
    const was = pair.before?.inForce === true ? pair.before : undefined;
    const is = pair.after?.inForce === true ? pair.after : undefined;
    if (is && !was) return [{ kind: 'added', ...between, item: named(is) }];
    if (was && !is) return [{ kind: 'removed', ...between, item: named(was) }];
    return [];
  });
}

function named({ key, kind, title, techniques }: SeenItem): NonNullable<Change['item']> {
  return { key, kind, title, techniques };
}

function techniqueChanges(before: AssessedPoint, after: AssessedPoint, inScope: InScope): Change[] {
  const changes: Change[] = [];
  for (const domain of DOMAINS) {
    const was = before.domains[domain]?.techniques ?? {};
    const is = after.domains[domain]?.techniques ?? {};
    const wentStale = staleSince(before, after, domain);
    for (const technique of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (!inScope(domain, technique)) continue;
      const [from] = was[technique] ?? NOTHING;
      const [to] = is[technique] ?? NOTHING;
      const add = (kind: Change['kind']): void => {
        const levels: Change['levels'] = [from, to];
        changes.push({ kind, from: before.date, to: after.date, domain, technique, levels });
      };
      if (isCovered(to) && !isCovered(from)) add('gained');
      if (isCovered(from) && !isCovered(to)) add('lost');
      if (to === 'proven' && from !== 'proven') add('proven');
      if (to === 'failed' && from !== 'failed') add('failed');
      if (from !== 'none' && wentStale(technique, from, to)) add('went-stale');
    }
  }
  return changes;
}

/**
 * Whether what spoke for a technique passed its window between the points: all of it is stale now and was not, or it
 * left `proven` or `hunted` while the exercise or the active hunt that put it there still stands in its file.
 */
function staleSince(
  before: AssessedPoint,
  after: AssessedPoint,
  domain: Domain,
): (technique: string, from: TechniqueState[0], to: TechniqueState[0]) => boolean {
  const was = new Set(before.stale[domain]);
  const is = new Set(after.stale[domain]);
  const exercised = spokenFor(after, (item) => item.kind === 'exercise');
  const lapsed = spokenFor(after, (item) => item.kind === 'playbook' && item.inForce && !item.counts);
  return (technique, from, to) =>
    (is.has(technique) && !was.has(technique)) ||
    (from === 'proven' && to !== 'proven' && to !== 'failed' && exercised.has(technique)) ||
    (from === 'hunted' && to === 'none' && lapsed.has(technique));
}

function spokenFor({ items }: AssessedPoint, isMeant: (item: SeenItem) => boolean): Set<string> {
  return new Set(items.filter(isMeant).flatMap(({ techniques }) => techniques));
}
