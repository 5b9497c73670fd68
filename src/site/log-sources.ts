import { collectedBy } from '../coverage/collected-logs.ts';
import { logCollected } from '../coverage/log-collected.ts';
import type { Detection } from '../detections/detection.ts';
import { urlSafe } from '../documents/url-safe.ts';
import { logPath } from '../output/paths.ts';
import { siteModel, type SiteModel } from './model.ts';

/** A log source as rules name it, whatever the case, and the rules that do. */
export interface LogSource {
  name: string;
  slug: string;
  detections: Detection[];
  /** Platforms its rules name, sorted. */
  platforms: string[];
  collected: ReturnType<typeof logCollected>;
}

const kept = new WeakMap<SiteModel, ReadonlyMap<string, LogSource>>();

/** Every log source by its name in lower case, in the order of the names. */
export function logSources(): ReadonlyMap<string, LogSource> {
  const model = siteModel();
  let known = kept.get(model);
  if (!known) kept.set(model, (known = logSourcesOf(model)));
  return known;
}

/** Where the page of a log source stands. */
export function logPathOf(name: string): string {
  return logPath(logSources().get(name.toLowerCase())?.slug ?? '');
}

/** The log sources of a model, as {@link logSources} has them. */
export function logSourcesOf({ workspace }: Pick<SiteModel, 'workspace'>): Map<string, LogSource> {
  const named = new Map<string, { name: string; detections: Detection[] }>();
  for (const detection of workspace.detections) {
    for (const name of detection.logSources) {
      const known = named.get(name.toLowerCase()) ?? { name, detections: [] };
      named.set(name.toLowerCase(), known);
      if (known.detections.at(-1) !== detection) known.detections.push(detection);
    }
  }
  const logs = workspace.visibility && collectedBy(workspace.visibility, workspace.now);
  const components = [...workspace.knowledge.values()].flatMap(({ facts }) => facts.dataComponents);
  const taken = new Set<string>();
  const sorted = [...named].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    sorted.map(([key, { name, detections }]) => {
      const platforms = [...new Set(detections.flatMap((rule) => rule.platforms))].sort();
      const collected = logCollected(name, platforms, { logs, components });
      return [key, { name, slug: freeSlug(name, taken), detections, platforms, collected }];
    }),
  );
}

function freeSlug(name: string, taken: Set<string>): string {
  const base = urlSafe(name) || 'log';
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}
