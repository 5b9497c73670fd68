import type { Domain } from '../../attack/domain.ts';
import type { ProfileRelevance } from '../../coverage/assessment.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { generatedFrom, type GeneratedFrom } from './generated-from.ts';

/** What every report that goes by a threat profile starts with. */
export interface ReportHeader {
  schemaVersion: 1;
  /** Domain → ATT&CK version: `19.1`. */
  attack: Partial<Record<Domain, string>>;
  generatedFrom: GeneratedFrom[];
  /** Null when all groups of ATT&CK stand in for a profile. */
  profile: { id: string; title: string } | null;
}

export function reportHeader(workspace: Workspace, profile: ProfileRelevance | undefined): ReportHeader {
  const chosen = profile?.profile;
  return {
    schemaVersion: 1,
    attack: Object.fromEntries([...workspace.knowledge].map(([domain, { version }]) => [domain, version])),
    generatedFrom: generatedFrom(workspace),
    profile: chosen ? { id: chosen.id, title: chosen.title } : null,
  };
}
