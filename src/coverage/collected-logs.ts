import type { Domain } from '../attack/domain.ts';
import type { CollectedLog } from '../visibility/collected-log.ts';

/** The logs that are collected by a day; one without a date always was. */
export function collectedBy(logs: readonly CollectedLog[], now: string): CollectedLog[] {
  return logs.filter(({ since }) => since === undefined || since <= now);
}

/** Stands for the one place of an analytic without platforms, as all of ICS are. */
export const ANYWHERE = '';

/** A platform, whatever its case. */
export function toPlace(platform: string): string {
  return platform.toLowerCase();
}

/** A log with where it is collected. */
export interface Collected {
  log: CollectedLog;
  /** Absent for a log that is collected everywhere. */
  places?: ReadonlySet<string>;
}

export function isOn({ places }: Collected, place: string): boolean {
  return !places || place === ANYWHERE || places.has(place);
}

const indexes = new WeakMap<readonly CollectedLog[], Map<Domain, Map<string, Collected[]>>>();

/** Data component id → the logs that give it in a domain. Made once a list. */
export function collectedOf(logs: readonly CollectedLog[], domain: Domain): ReadonlyMap<string, Collected[]> {
  const ofLogs = indexes.get(logs) ?? new Map<Domain, Map<string, Collected[]>>();
  indexes.set(logs, ofLogs);
  const known = ofLogs.get(domain);
  if (known) return known;
  const index = new Map<string, Collected[]>();
  ofLogs.set(domain, index);
  for (const log of logs) {
    if (log.domains && !log.domains.includes(domain)) continue;
    const places = log.platforms.length > 0 ? new Set(log.platforms.map(toPlace)) : undefined;
    for (const id of log.components) {
      const list = index.get(id) ?? [];
      index.set(id, list);
      list.push({ log, ...(places && { places }) });
    }
  }
  return index;
}
