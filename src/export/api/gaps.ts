import type { ProfileRelevance } from '../../coverage/assessment.ts';
import type { Gap, TechniqueUser } from '../../coverage/gap.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { reportHeader, type ReportHeader } from './report-header.ts';

/** `api/gaps.json`, version 1. */
export interface GapsReport extends ReportHeader {
  /** Domain by domain, ranked. */
  gaps: GapRecord[];
}

/** One technique worth building for. Rules are named by key: `api/detections.json` says more of them. */
export interface GapRecord extends Pick<
  Gap,
  | 'technique'
  | 'name'
  | 'domain'
  | 'level'
  | 'score'
  | 'priority'
  | 'relevance'
  | 'missing'
  | 'why'
  | 'tactics'
  | 'platforms'
> {
  users: TechniqueUser[];
  closes: {
    /** Keys, the most trustworthy first. */
    library: string[];
    /** Keys of library hunts. */
    hunts: string[];
    notCounting: { key: string; why: string }[];
    atomics: { guid: string | null; name: string; platforms: string[] }[];
    subtechniques: string[];
    /** `collected` is null when nobody says what is collected. */
    logSources: { component: string; name: string; logSources: string[]; collected: boolean | null }[];
    /** What a playbook could start from; the whole file stands in `api/backlog.json`. */
    playbook: { title: string; hypothesis: string } | null;
  };
}

export function gapsReport(
  workspace: Workspace,
  profile: ProfileRelevance | undefined,
  gaps: readonly Gap[],
): GapsReport {
  return { ...reportHeader(workspace, profile), gaps: gaps.map(gapRecord) };
}

function gapRecord({ closes, users, ...gap }: Gap): GapRecord {
  const { library, hunts, notCounting, atomics, subtechniques, logSources, playbook } = closes;
  return {
    ...gap,
    users,
    closes: {
      library: library.map(({ key }) => key),
      hunts: hunts.map(({ key }) => key),
      notCounting: notCounting.map(({ key, countsNot }) => ({ key, why: countsNot ?? 'does not count' })),
      atomics: atomics.map(({ guid, name, platforms }) => ({ guid: guid ?? null, name, platforms })),
      subtechniques,
      logSources: logSources.map(({ component, logSources: names, collected }) => ({
        component: component.id,
        name: component.name,
        logSources: names,
        collected: collected ?? null,
      })),
      playbook: playbook ? { title: playbook.title, hypothesis: playbook.hypothesis } : null,
    },
  };
}
