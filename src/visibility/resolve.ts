import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { knownPlatform, platformsOf } from '../attack/platform-names.ts';
import type { CollectedLog, CollectedLogDraft } from './collected-log.ts';
import { knownLogs, type KnownLog } from './log-names.ts';

/** The names a collected log can go by in the loaded ATT&CK version. */
export interface LogVocabulary {
  knowledge: ReadonlyMap<Domain, KnowledgeBase>;
  logs: ReadonlyMap<string, KnownLog>;
  platforms: readonly string[];
}

export function logVocabulary(knowledge: ReadonlyMap<Domain, KnowledgeBase>): LogVocabulary {
  return { knowledge, logs: knownLogs(knowledge), platforms: platformsOf(knowledge) };
}

/**
 * Holds a collected log against ATT&CK. Its name is a data component's, with or without the data source of v10 to
 * v17 in front (`Process: Process Creation`), or else a log's: that stands for all its analytics read from it.
 */
export function resolveLog(
  draft: CollectedLogDraft,
  vocabulary: LogVocabulary,
): Pick<CollectedLog, 'components' | 'platforms'> {
  const { dataComponent, logSource = dataComponent } = draft;
  const log = vocabulary.logs.get(logSource.trim().toLowerCase());
  return {
    components: componentsOf(dataComponent, vocabulary),
    platforms:
      draft.platforms.length > 0
        ? draft.platforms.map((written) => knownPlatform(written, vocabulary.platforms) ?? written)
        : (log?.platforms ?? []),
  };
}

function componentsOf(name: string, { knowledge, logs }: LogVocabulary): string[] {
  const withoutSource = name.replace(/^[^:]+: +/, '');
  for (const candidate of new Set([name, withoutSource])) {
    const ids = [...knowledge.values()].flatMap((base) => base.dataComponent(candidate)?.id ?? []);
    if (ids.length > 0) return [...new Set(ids)];
  }
  return logs.get(name.trim().toLowerCase())?.components ?? [];
}
