import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { CollectedLog } from '../visibility/collected-log.ts';
import { logVocabulary, resolveLog, type LogVocabulary } from '../visibility/resolve.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { collectedBy, toPlace } from './collected-logs.ts';

/** One thing a hunt needs, and whether we have it. */
export interface HuntData {
  /** As the playbook writes it. */
  written: string;
  /** What ATT&CK calls it; empty where ATT&CK does not know it. */
  components: { id: string; name: string }[];
  /** `partly`: on some of the hunt's platforms; `unknown`: ATT&CK has no such data, or nobody says what is collected. */
  state: 'collected' | 'partly' | 'missing' | 'unknown';
  /** The collected logs that give it. */
  logs: CollectedLog[];
  /** Platforms of the hunt it is not collected on, where it is on others. */
  missingOn: string[];
}

const vocabularies = new WeakMap<ReadonlyMap<Domain, KnowledgeBase>, LogVocabulary>();

/** The data a playbook asks for, in its order, each held against the logs we collect on its platforms. */
export function huntData(
  { dataSources, platforms }: Pick<Playbook, 'dataSources' | 'platforms'>,
  { knowledge, visibility, now }: Pick<Workspace, 'knowledge' | 'visibility' | 'now'>,
): HuntData[] {
  const vocabulary = vocabularies.get(knowledge) ?? logVocabulary(knowledge);
  vocabularies.set(knowledge, vocabulary);
  const collected = visibility && collectedBy(visibility, now);
  return dataSources.map((written) => {
    const { components: ids } = resolveLog(
      { dataComponent: written, platforms: [], ordinal: 0, pointer: [] },
      vocabulary,
    );
    const components = ids.map((id) => ({ id, name: nameOf(id, knowledge) }));
    const giving = (collected ?? []).filter((log) => log.components.some((id) => ids.includes(id)));
    const logs = giving.filter((log) => platforms.length === 0 || platforms.some((one) => isOn(log, one)));
    const missingOn = platforms.filter((platform) => !logs.some((log) => isOn(log, platform)));
    const state =
      ids.length === 0 || !collected
        ? 'unknown'
        : logs.length === 0
          ? 'missing'
          : missingOn.length > 0
            ? 'partly'
            : 'collected';
    return { written, components, state, logs, missingOn: state === 'partly' ? missingOn : [] };
  });
}

function isOn({ platforms }: CollectedLog, platform: string): boolean {
  return platforms.length === 0 || platforms.some((one) => toPlace(one) === toPlace(platform));
}

function nameOf(id: string, knowledge: Workspace['knowledge']): string {
  for (const base of knowledge.values()) {
    const name = base.dataComponent(id)?.name;
    if (name !== undefined) return name;
  }
  return id;
}
