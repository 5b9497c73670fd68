import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { CollectedLog } from '../visibility/collected-log.ts';
import type { TechniqueVisibility } from './assessment.ts';

/**
 * Whether the logs we collect could show a technique: ATT&CK's detection strategies name analytics, each with the data
 * components it reads. An analytic is complete when all of them are collected on one of its platforms.
 *
 * @param platforms Platforms we run; empty for all.
 */
export function visibilityOf(
  technique: string,
  knowledge: KnowledgeBase,
  logs: readonly CollectedLog[],
  platforms: readonly string[],
): TechniqueVisibility {
  const ours = new Set(platforms.map((platform) => platform.toLowerCase()));
  const analytics = knowledge
    .analyticsOf(technique)
    .filter(
      (analytic) =>
        ours.size === 0 || analytic.platforms.some((platform) => ours.has(platform.toLowerCase())),
    )
    .filter(({ dataComponents }) => dataComponents.length > 0);
  const needed = new Map<string, { logSources: Set<string>; collected: Set<CollectedLog>; readBy: number }>();
  let complete = 0;
  for (const analytic of analytics) {
    let found = 0;
    for (const id of analytic.dataComponents) {
      const entry = needed.get(id) ?? { logSources: new Set(), collected: new Set(), readBy: 0 };
      needed.set(id, entry);
      entry.readBy += 1;
      for (const { name, dataComponent } of analytic.logSources)
        if (dataComponent === id) entry.logSources.add(name);
      const collected = logs.filter((log) => log.components.includes(id) && isOn(log, analytic.platforms));
      for (const log of collected) entry.collected.add(log);
      if (collected.length > 0) found += 1;
    }
    if (found === analytic.dataComponents.length) complete += 1;
  }
  const components = [...needed]
    .sort(([a, one], [b, other]) => other.readBy - one.readBy || (a < b ? -1 : 1))
    .map(([id, { logSources, collected }]) => ({
      id,
      name: knowledge.dataComponent(id)?.name ?? id,
      logSources: [...logSources].sort(),
      collected: [...collected],
    }));
  const seen = components.filter(({ collected }) => collected.length > 0).length;
  return {
    state: components.length === 0 ? 'unknown' : complete > 0 ? 'visible' : seen > 0 ? 'partial' : 'blind',
    share: components.length === 0 ? 0 : Math.round((100 * seen) / components.length),
    components,
  };
}

/** A log without platforms is collected everywhere. */
function isOn({ platforms }: CollectedLog, wanted: readonly string[]): boolean {
  if (platforms.length === 0 || wanted.length === 0) return true;
  const names = new Set(platforms.map((platform) => platform.toLowerCase()));
  return wanted.some((platform) => names.has(platform.toLowerCase()));
}
