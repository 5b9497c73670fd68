import type { Domain } from '../attack/domain.ts';
import type { Detection } from '../detections/detection.ts';
import type { Severity } from '../findings/finding.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { SourceRole } from '../sources/source.ts';
import { NO_FILES, type FileAccount } from '../workspace/file-account.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Coverage, Level } from './assessment.ts';

/** A detection or playbook nobody mapped to a technique. */
export interface UnmappedItem {
  key: string;
  title: string;
  /** Tactics it names. */
  tactics: string[];
  /** Technique ids found in its prose. */
  inferred: string[];
}

/** What was read from one source. */
export interface SourceStats {
  name: string;
  role: SourceRole;
  commit?: string;
  detections: { total: number; mapped: number; tacticsOnly: number; unmapped: number; counting: number };
  playbooks: { total: number; mapped: number; current: number };
  exercises: number;
  /** Tests of the catalogue. */
  atomics: number;
  /** Items without any technique, with those their prose names: offered, never counted. */
  unmapped: UnmappedItem[];
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
    /** In scope. */
    total: number;
    outOfScope: number;
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
    findings,
  };
}

function countContent(
  workspace: Workspace,
  source: string,
): Omit<SourceStats, 'name' | 'role' | 'commit' | 'files'> {
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
    atomics: workspace.atomics.filter((test) => test.source === source).length,
    unmapped: unmappedItems([...detections, ...playbooks]),
    techniqueIds: countIds(detections.flatMap(({ mappings }) => mappings)),
  };
}

/** Items without any technique, those whose prose names one first. Sigma filters map nothing by nature. */
export function unmappedItems(items: readonly (Detection | Playbook)[]): UnmappedItem[] {
  return items
    .filter(({ mappings, format }) => mappings.length === 0 && format !== 'sigma-filter')
    .map(({ key, title, tactics, inferred }) => ({
      key,
      title,
      tactics: tactics.map(({ shortname, written }) => shortname ?? written),
      inferred: inferred.map(({ resolved, id }) => resolved ?? id),
    }))
    .sort((a, b) => Number(b.inferred.length > 0) - Number(a.inferred.length > 0));
}

function countIds(mappings: readonly Mapping[]): SourceStats['techniqueIds'] {
  const states = new Map(mappings.map(({ id, state }) => [id, state]));
  const counts = { written: states.size, revoked: 0, deprecated: 0, unknown: 0 };
  for (const state of states.values()) if (state !== 'active') counts[state] += 1;
  return counts;
}
