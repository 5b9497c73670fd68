import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';

/** What ATT&CK's analytics say of one log. */
export interface KnownLog {
  /** As ATT&CK writes it first: `WinEventLog:Sysmon`. */
  name: string;
  /** Ids of the data components it gives, sorted. */
  components: string[];
  /** Where it is read; empty where ATT&CK has no platforms (ICS). */
  platforms: string[];
}

/** Single analytics name a log of another platform (Sysmon for Windows under Linux), and would take it there. */
const LEAST_SHARE = 0.1;

/**
 * The logs ATT&CK's analytics read, by name in lower case: ATT&CK itself writes some in several cases. A log is at home
 * on the platforms that at least a tenth of the analytics that read it are for.
 */
export function knownLogs(knowledge: ReadonlyMap<Domain, KnowledgeBase>): Map<string, KnownLog> {
  const readings = new Map<string, { name: string; components: Set<string>; on: string[]; count: number }>();
  for (const { facts } of knowledge.values()) {
    for (const { logSources, platforms } of facts.analytics) {
      for (const { name, dataComponent } of logSources) {
        const form = name.toLowerCase();
        const entry = readings.get(form) ?? { name, components: new Set(), on: [], count: 0 };
        readings.set(form, entry);
        entry.components.add(dataComponent);
        entry.on.push(...platforms);
        entry.count += 1;
      }
    }
  }
  return new Map(
    [...readings].map(([form, { name, components, on, count }]) => [
      form,
      { name, components: [...components].sort(), platforms: atHome(on, count) },
    ]),
  );
}

function atHome(platforms: readonly string[], readings: number): string[] {
  return [...Map.groupBy(platforms, (platform) => platform)]
    .filter(([, { length }]) => length >= LEAST_SHARE * readings)
    .map(([platform]) => platform)
    .sort();
}
