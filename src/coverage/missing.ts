import type { Assessment } from './assessment.ts';
import { MISSING_KINDS, type MissingKind } from './gap.ts';

type Judged = Pick<
  Assessment,
  'level' | 'scope' | 'playbooks' | 'detections' | 'freshness' | 'robustness' | 'visibility'
>;

const ADVERSARY_MUST_RETOOL: ReadonlySet<string> = new Set(['tool', 'behaviour']);

/** What a technique lacks, in the order it is usually mended. Nothing is missing out of scope. */
export function missingOf(assessment: Judged): MissingKind[] {
  const { level, scope, playbooks, detections, freshness, robustness, visibility } = assessment;
  if (scope.state !== 'in') return [];
  const hasRule = level === 'claimed' || level === 'tested' || level === 'proven' || detections.length > 0;
  const isMissing: Record<MissingKind, boolean> = {
    miss: level === 'failed',
    visibility: visibility?.state === 'blind' || visibility?.state === 'partial',
    rule: !hasRule,
    hunt: playbooks.length === 0,
    test: level === 'claimed',
    proof: level === 'claimed' || level === 'tested',
    robustness: robustness.best !== undefined && !ADVERSARY_MUST_RETOOL.has(robustness.best),
    freshness: freshness.stale,
  };
  return MISSING_KINDS.filter((kind) => isMissing[kind]);
}

/** Relevance × what the score lacks, as an integer from 0 to 100. */
export function priorityOf({ relevance, score }: Pick<Assessment, 'relevance' | 'score'>): number {
  return Math.round((relevance * (100 - score)) / 100);
}
