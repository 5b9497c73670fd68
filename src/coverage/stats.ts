import type { Domain } from '../attack/domain.ts';
import type { Severity } from '../findings/finding.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { SourceRole } from '../sources/source.ts';
import { NO_FILES, type FileAccount } from '../workspace/file-account.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Coverage, Level } from './assessment.ts';

/** What was read from one source. */
export interface SourceStats {
  name: string;
  role: SourceRole;
  commit?: string;
  detections: { total: number; mapped: number; tacticsOnly: number; unmapped: number; counting: number };
  playbooks: { total: number; mapped: number; current: number };
  exercises: number;
  /** Distinct technique ids as written, and how many of them are in each state. */
  techniqueIds: { written: number; revoked: number; deprecated: number; unknown: number };
  /** What became of every file. */
  files: FileAccount;
}

export interface Stats {
  schemaVersion: 1;
  now: string;
  sources: SourceStats[];
  domains: {
    domain: Domain;
    version: string;
    covered: number;
    total: number;
    levels: Record<Level, number>;
  }[];
  findings: Record<Severity, number>;
}

/** Counts a workspace and its coverage. */
export function collectStats(workspace: Workspace, coverage: Coverage): Stats {
  const findings: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const { severity } of workspace.findings) findings[severity] += 1;
  return {
    schemaVersion: 1,
    now: workspace.now,
    sources: workspace.sources.map((source) => ({
      name: source.spec.name,
      role: source.spec.role,
      ...(source.commit !== undefined && { commit: source.commit }),
      ...countContent(workspace, source.spec.name),
      files: workspace.accounts.get(source.spec.name) ?? NO_FILES,
    })),
    domains: [...coverage.domains.values()].map(({ domain, version, covered, total, levels }) => ({
      domain,
      version,
      covered,
      total,
      levels,
    })),
    findings,
  };
}

function countContent(
  workspace: Workspace,
  source: string,
): Pick<SourceStats, 'detections' | 'playbooks' | 'exercises' | 'techniqueIds'> {
  const detections = workspace.detections.filter((detection) => detection.source === source);
  const playbooks = workspace.playbooks.filter((playbook) => playbook.source === source);
  const mapped = detections.filter(({ mappings }) => mappings.length > 0).length;
  const tacticsOnly = detections.filter(
    ({ mappings, tactics }) => mappings.length === 0 && tactics.length > 0,
  ).length;
  return {
    detections: {
      total: detections.length,
      mapped,
      tacticsOnly,
      unmapped: detections.length - mapped - tacticsOnly,
      counting: detections.filter(({ counts }) => counts).length,
    },
    playbooks: {
      total: playbooks.length,
      mapped: playbooks.filter(({ mappings }) => mappings.length > 0).length,
      current: playbooks.filter(({ current }) => current).length,
    },
    exercises: workspace.exercises.filter((exercise) => exercise.source === source).length,
    techniqueIds: countIds(detections.flatMap(({ mappings }) => mappings)),
  };
}

function countIds(mappings: readonly Mapping[]): SourceStats['techniqueIds'] {
  const states = new Map(mappings.map(({ id, state }) => [id, state]));
  const counts = { written: states.size, revoked: 0, deprecated: 0, unknown: 0 };
  for (const state of states.values()) if (state !== 'active') counts[state] += 1;
  return counts;
}
