import type { RecentChange, RecentKind } from '../coverage/recent-change.ts';

/** What happened of one kind on one day. */
export interface RecentGroup {
  kind: RecentKind;
  date: string;
  since?: string;
  /** Never empty. */
  changes: RecentChange[];
}

/** Changes of one kind and day together, in the order given. */
export function recentGroups(changes: readonly RecentChange[]): RecentGroup[] {
  const groups: RecentGroup[] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last?.kind === change.kind && last.date === change.date) last.changes.push(change);
    else {
      const { kind, date, since } = change;
      groups.push({ kind, date, ...(since !== undefined && { since }), changes: [change] });
    }
  }
  return groups;
}
