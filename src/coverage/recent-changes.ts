import type { Workspace } from '../workspace/workspace.ts';
import type { Change, History } from './history.ts';
import { RECENT_KINDS, type RecentChange } from './recent-change.ts';
import { exerciseChange, playbookChanges, ruleChanges } from './recent-items.ts';

/** What happened lately, and how much more there would be to tell. */
export interface RecentChanges {
  /** Newest first. */
  changes: RecentChange[];
  /** How many older ones were left out. */
  more: number;
}

/**
 * What changed, from the dates of rules, playbooks and exercises of deployed sources, and from the history where there
 * is one. A library's changes are not ours.
 *
 * @param most How many to keep.
 */
export function recentChanges(
  workspace: Pick<Workspace, 'detections' | 'playbooks' | 'exercises' | 'knowledge'>,
  history: History | undefined,
  most: number,
): RecentChanges {
  const isOurs = ({ role }: { role: string }): boolean => role === 'deployed';
  const all = [
    ...workspace.detections.filter(isOurs).flatMap(ruleChanges),
    ...workspace.playbooks.filter(isOurs).flatMap(playbookChanges),
    ...workspace.exercises.filter(isOurs).map(exerciseChange),
    ...coverageChanges(history?.changes ?? [], workspace.knowledge),
  ];
  const byId = new Map(all.map((change) => [change.id, change]));
  const changes = [...byId.values()].sort(newestFirst);
  return { changes: changes.slice(0, most), more: Math.max(0, changes.length - most) };
}

function newestFirst(a: RecentChange, b: RecentChange): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  const kinds = RECENT_KINDS.indexOf(a.kind) - RECENT_KINDS.indexOf(b.kind);
  if (kinds !== 0) return kinds;
  const [one, other] = [`${a.technique ?? a.title}\n${a.id}`, `${b.technique ?? b.title}\n${b.id}`];
  return one < other ? -1 : 1;
}

/**
 * The points of a history move with every build, so their dates are no identity: the second time a technique is gained
 * is told from the first by its number, counted from the oldest.
 */
function coverageChanges(changes: readonly Change[], knowledge: Workspace['knowledge']): RecentChange[] {
  const times = new Map<string, number>();
  return changes
    .toReversed()
    .flatMap(({ kind, from, to, domain, technique, levels, item }): RecentChange[] => {
      // What was added has a date of its own.
      if (kind === 'added') return [];
      const what = item ? item.key : `${domain ?? ''}:${technique ?? ''}`;
      const time = (times.get(`${kind}:${what}`) ?? 0) + 1;
      times.set(`${kind}:${what}`, time);
      const happened = {
        id: `${kind}:${what}${time === 1 ? '' : `:${time}`}`,
        date: to,
        since: from,
      };
      if (kind === 'removed')
        return item ? [{ ...happened, kind, title: item.title, item: item.key, detail: item.kind }] : [];
      if (domain === undefined || technique === undefined) return [];
      return [
        {
          ...happened,
          kind,
          domain,
          technique,
          title: knowledge.get(domain)?.technique(technique)?.name ?? technique,
          ...(levels && { detail: told(levels) }),
        },
      ];
    });
}

function told([from, to]: NonNullable<Change['levels']>): string {
  return from === to ? `still ${to}` : `${from} → ${to}`;
}
