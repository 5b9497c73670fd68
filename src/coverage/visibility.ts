import type { Analytic } from '../attack/facts.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { CollectedLog } from '../visibility/collected-log.ts';
import type { TechniqueVisibility } from './assessment.ts';
import { ANYWHERE, collectedOf, isOn, toPlace, type Collected } from './collected-logs.ts';

/**
 * Whether the logs we collect could show a technique: ATT&CK's detection strategies (v18 and later) name analytics,
 * each with the data components it reads. An analytic is complete when all of them are collected on one of its
 * platforms that is ours. Analytics for other platforms, and those without data, say nothing.
 *
 * What shows a sub-technique may not show its parent: a parent's own analytics speak for it.
 *
 * @param logs What is collected now. Indexed once a list.
 * @param platforms Platforms we run; empty for all.
 */
export function visibilityOf(
  technique: string,
  knowledge: KnowledgeBase,
  logs: readonly CollectedLog[],
  platforms: readonly string[],
): TechniqueVisibility {
  const needed = new Map<string, Need>();
  let complete = 0;
  const ours = new Set(platforms.map(toPlace));
  const collected = collectedOf(logs, knowledge.domain);
  for (const analytic of knowledge.analyticsOf(technique)) {
    const places = placesOf(analytic, ours);
    if (places.length === 0 || analytic.dataComponents.length === 0) continue;
    const everywhere = new Set(places);
    for (const id of analytic.dataComponents) {
      const there = (collected.get(id) ?? []).filter((one) => places.some((place) => isOn(one, place)));
      addNeed(needed, id, analytic, there);
      for (const place of places) if (!there.some((one) => isOn(one, place))) everywhere.delete(place);
    }
    if (everywhere.size > 0) complete += 1;
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

interface Need {
  logSources: Set<string>;
  collected: Set<CollectedLog>;
  readBy: number;
}

function addNeed(
  needed: Map<string, Need>,
  id: string,
  { logSources }: Analytic,
  collected: readonly Collected[],
): void {
  const need = needed.get(id) ?? { logSources: new Set(), collected: new Set(), readBy: 0 };
  needed.set(id, need);
  need.readBy += 1;
  for (const { name, dataComponent } of logSources) if (dataComponent === id) need.logSources.add(name);
  for (const { log } of collected) need.collected.add(log);
}

/** The platforms of an analytic that are ours; none where it is for others only. */
function placesOf({ platforms }: Analytic, ours: ReadonlySet<string>): string[] {
  if (platforms.length === 0) return [ANYWHERE];
  const places = platforms.map(toPlace);
  return ours.size === 0 ? places : places.filter((place) => ours.has(place));
}
