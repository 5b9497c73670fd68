import type { Domain } from '../attack/domain.ts';
import type { Severity } from '../findings/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Coverage, Level, ProfileRelevance } from './assessment.ts';
import { sourceStats, type SourceStats } from './source-stats.ts';

/** One threat profile: how many actors it names, and how many techniques it makes relevant. */
export interface ProfileStats {
  id: string;
  title: string;
  actors: number;
  relevant: Partial<Record<Domain, number>>;
}

export interface Stats {
  schemaVersion: 1;
  now: string;
  sources: SourceStats[];
  domains: {
    domain: Domain;
    version: string;
    covered: number;
    /** In scope. */
    total: number;
    outOfScope: number;
    levels: Record<Level, number>;
  }[];
  /** The default first; empty where all groups of ATT&CK stand in. */
  profiles: ProfileStats[];
  findings: Record<Severity, number>;
}

/** Counts a workspace and its coverage. */
export function collectStats(workspace: Workspace, coverage: Coverage): Stats {
  const findings: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const { severity } of workspace.findings) findings[severity] += 1;
  return {
    schemaVersion: 1,
    now: workspace.now,
    sources: workspace.sources.map((source) => sourceStats(workspace, source)),
    domains: [...coverage.domains.values()].map(
      ({ domain, version, covered, total, outOfScope, levels }) => ({
        domain,
        version,
        covered,
        total,
        outOfScope,
        levels,
      }),
    ),
    profiles: coverage.profiles.flatMap(profileStats),
    findings,
  };
}

function profileStats({ profile, domains }: ProfileRelevance): ProfileStats[] {
  if (!profile) return [];
  const { id, title, actors } = profile;
  const relevant = Object.fromEntries([...domains].map(([domain, { size }]) => [domain, size]));
  return [{ id, title, actors: actors.length, relevant }];
}
