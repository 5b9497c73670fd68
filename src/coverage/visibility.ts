import type { Domain } from '../attack/domain.ts';
import type { Analytic } from '../attack/facts.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { CollectedLog } from '../visibility/collected-log.ts';
import type { TechniqueVisibility } from './assessment.ts';

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
  const ours = new Set(platforms.map((platform) => platform.toLowerCase()));
  for (const analytic of knowledge.analyticsOf(technique)) {
    const places = placesOf(analytic, ours);
    if (places.length === 0 || analytic.dataComponents.length === 0) continue;
    const collected = analytic.dataComponents.map((id) =>
      (logsByComponent(logs).get(id) ?? []).filter((log) => speaksFor(log, knowledge.domain)),
    );
    for (const [index, id] of analytic.dataComponents.entries()) {
      addNeed(
        needed,
        id,
        analytic,
        (collected[index] ?? []).filter((log) => places.some((place) => isOn(log, place))),
      );
    }
    if (places.some((place) => collected.every((list) => list.some((log) => isOn(log, place)))))
      complete += 1;
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

/** The logs that are collected by a day; one without a date always was. */
export function collectedBy(logs: readonly CollectedLog[], now: string): CollectedLog[] {
  return logs.filter(({ since }) => since === undefined || since <= now);
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
  collected: readonly CollectedLog[],
): void {
  const need = needed.get(id) ?? { logSources: new Set(), collected: new Set(), readBy: 0 };
  needed.set(id, need);
  need.readBy += 1;
  for (const { name, dataComponent } of logSources) if (dataComponent === id) need.logSources.add(name);
  for (const log of collected) need.collected.add(log);
}

/** Stands for the one place of an analytic without platforms, as all of ICS are. */
const ANYWHERE = '';

/** The platforms of an analytic that are ours, in lower case; none where it is for others only. */
function placesOf({ platforms }: Analytic, ours: ReadonlySet<string>): string[] {
  if (platforms.length === 0) return [ANYWHERE];
  const places = platforms.map((platform) => platform.toLowerCase());
  return ours.size === 0 ? places : places.filter((place) => ours.has(place));
}

/** A log without platforms is collected everywhere. */
function isOn({ platforms }: CollectedLog, place: string): boolean {
  return (
    place === ANYWHERE ||
    platforms.length === 0 ||
    platforms.some((platform) => platform.toLowerCase() === place)
  );
}

function speaksFor({ domains }: CollectedLog, domain: Domain): boolean {
  return domains === undefined || domains.includes(domain);
}

const indexes = new WeakMap<readonly CollectedLog[], Map<string, CollectedLog[]>>();

/** Data component id → the logs that give it. */
function logsByComponent(logs: readonly CollectedLog[]): Map<string, CollectedLog[]> {
  const known = indexes.get(logs);
  if (known) return known;
  const index = new Map<string, CollectedLog[]>();
  for (const log of logs) {
    for (const id of log.components) {
      const list = index.get(id);
      if (list) list.push(log);
      else index.set(id, [log]);
    }
  }
  indexes.set(logs, index);
  return index;
}
