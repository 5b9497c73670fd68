import type { Domain } from '../../attack/domain.ts';
import { atomicCounts } from '../../coverage/atomics.ts';
import type { Assessment, Coverage, Freshness, Level, ScopeVerdict } from '../../coverage/assessment.ts';
import type { MissingKind } from '../../coverage/gap.ts';
import type { Rung } from '../../robustness/judgement.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { generatedFrom, type GeneratedFrom } from './generated-from.ts';

/** `api/coverage.json`, version 1. */
export interface CoverageReport {
  schemaVersion: 1;
  /** Domain → ATT&CK version: `19.1`. */
  attack: Partial<Record<Domain, string>>;
  generatedFrom: GeneratedFrom[];
  /** Every active technique and sub-technique of every domain, so that shares can be computed. */
  domains: Partial<Record<Domain, { techniques: Record<string, TechniqueCoverage> }>>;
}

export interface TechniqueCoverage {
  level: Level;
  /** Integer 0-100. */
  score: number;
  /** Distinct counting detections mapped to exactly this technique. */
  rules: number;
  /** Distinct counting detections mapped to it or to one of its sub-techniques. */
  rulesRolledUp: number;
  /** Current playbooks mapped to exactly this technique. */
  playbooks: number;
  /** Distinct exercises with a result for exactly this technique, whenever they were. */
  exercises: number;
  /** Tests of the catalogue for exactly this technique, and how many of them were run at least once. */
  atomics: { available: number; run: number };
  /** Why the level is what it is, one sentence each, strongest first. */
  reasons: string[];
  /** Integer 0-100: how much the default threat profile (without one, all groups) uses it. */
  relevance: number;
  /** Integer 0-100: relevance × what the score lacks; 0 out of scope. */
  priority: number;
  /** What it lacks; empty out of scope. */
  missing: MissingKind[];
  /** `reason` is null in scope. */
  scope: { state: ScopeVerdict['state']; reason: string | null };
  /** Of the counting detections of exactly this technique; `best` is null when none was judged. */
  robustness: { best: Rung | null; spread: Record<Rung | 'not-judged', number> };
  /** Null when nobody says what is collected. `share`: 0-100. */
  visibility: { state: 'visible' | 'partial' | 'blind' | 'unknown'; share: number } | null;
  freshness: FreshnessRecord;
}

export interface FreshnessRecord {
  /** ISO dates, null for never. */
  changed: string | null;
  reviewed: string | null;
  proven: string | null;
  stale: boolean;
  staleItems: number;
  items: number;
}

export function coverageReport(workspace: Workspace, coverage: Coverage): CoverageReport {
  const report: CoverageReport = {
    schemaVersion: 1,
    attack: {},
    generatedFrom: generatedFrom(workspace),
    domains: {},
  };
  for (const [domain, { version, assessments }] of coverage.domains) {
    report.attack[domain] = version;
    report.domains[domain] = {
      techniques: Object.fromEntries(
        [...assessments].map(([id, assessment]) => [id, techniqueCoverage(assessment)]),
      ),
    };
  }
  return report;
}

export function techniqueCoverage(assessment: Assessment): TechniqueCoverage {
  return {
    level: assessment.level,
    score: assessment.score,
    rules: assessment.detections.length,
    rulesRolledUp: assessment.detectionsRolledUp.length,
    playbooks: assessment.playbooks.length,
    exercises: new Set(assessment.results.map(({ exercise }) => exercise.key)).size,
    atomics: atomicCounts(assessment.atomics),
    reasons: assessment.reasons,
    relevance: assessment.relevance,
    priority: assessment.priority,
    missing: assessment.missing,
    scope: {
      state: assessment.scope.state,
      reason: assessment.scope.state === 'in' ? null : assessment.scope.reason,
    },
    robustness: { best: assessment.robustness.best ?? null, spread: assessment.robustness.spread },
    visibility: assessment.visibility
      ? { state: assessment.visibility.state, share: assessment.visibility.share }
      : null,
    freshness: freshnessRecord(assessment.freshness),
  };
}

function freshnessRecord({
  changed,
  reviewed,
  proven,
  stale,
  staleItems,
  items,
}: Freshness): FreshnessRecord {
  return {
    changed: changed ?? null,
    reviewed: reviewed ?? null,
    proven: proven ?? null,
    stale,
    staleItems,
    items,
  };
}
