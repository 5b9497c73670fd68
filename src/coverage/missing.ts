import type { Assessment } from './assessment.ts';
import { MISSING_KINDS, type MissingKind } from './gap.ts';
import { isCovered } from './levels.ts';

type Judged = Pick<
  Assessment,
  'level' | 'scope' | 'playbooks' | 'detections' | 'freshness' | 'robustness' | 'visibility'
>;

const ADVERSARY_MUST_RETOOL: ReadonlySet<string> = new Set(['tool', 'behaviour']);

/**
 * What a technique lacks, in the order it is usually mended. Nothing is missing out of scope, and what nobody judged
 * (visibility, robustness) is not missing but unknown.
 *
 * A parent has the rules and hunts of its sub-techniques as far as its level says so. Test and proof are missing only
 * from what a rule claims: before that the rule is. A technique that was blocked without a rule lacks none.
 */
export function missingOf(assessment: Judged): MissingKind[] {
  const { level, scope, playbooks, detections, freshness, robustness, visibility } = assessment;
  if (scope.state !== 'in') return [];
  const isMissing: Record<MissingKind, boolean> = {
    miss: level === 'failed',
    visibility: visibility?.state === 'blind' || visibility?.state === 'partial',
    rule: !isCovered(level) && detections.length === 0,
    hunt: level !== 'hunted' && playbooks.length === 0,
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
