import type { DomainCoverage } from '../coverage/assessment.ts';

/** Data nobody collects, and for how many techniques in scope ATT&CK's analytics read it. */
export interface WorthCollecting {
  id: string;
  name: string;
  techniques: number;
  logSources: string[];
}

/** Data that is not collected, by the summed priority of the techniques it is read for. */
export function worthCollecting({ assessments }: Pick<DomainCoverage, 'assessments'>): WorthCollecting[] {
  const wanted = new Map<string, WorthCollecting & { priority: number; logs: Set<string> }>();
  for (const { scope, visibility, priority } of assessments.values()) {
    if (scope.state !== 'in') continue;
    for (const { id, name, logSources, collected } of visibility?.components ?? []) {
      if (collected.length > 0) continue;
      const entry = wanted.get(id) ?? {
        id,
        name,
        techniques: 0,
        logSources: [],
        priority: 0,
        logs: new Set(),
      };
      wanted.set(id, entry);
      entry.techniques += 1;
      entry.priority += priority;
      for (const log of logSources) entry.logs.add(log);
    }
  }
  return [...wanted.values()]
    .sort((a, b) => b.priority - a.priority || b.techniques - a.techniques || (a.id < b.id ? -1 : 1))
    .map(({ id, name, techniques, logs }) => ({ id, name, techniques, logSources: [...logs].sort() }));
}
