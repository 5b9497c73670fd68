import { visibilityOf } from '../coverage/visibility.ts';
import type { TechniqueEntry } from './lookups.ts';
import { siteModel } from './model.ts';

/** What a technique would show in: a data component, ATT&CK's logs for it, and what we collect of it. */
export interface NeededData {
  id: string;
  name: string;
  logSources: string[];
  /** Logs as the team calls them. */
  collected: string[];
}

/** Also where nobody says what is collected: then nothing is. */
export function neededLogs({ technique, knowledge, assessment }: TechniqueEntry): NeededData[] {
  const { platforms } = siteModel().workspace.config.scope;
  const { components } = assessment.visibility ?? visibilityOf(technique.id, knowledge, [], platforms);
  return components.map(({ id, name, logSources, collected }) => ({
    id,
    name,
    logSources,
    collected: [...new Set(collected.map((log) => log.logSource ?? log.dataComponent))],
  }));
}
