import type { Assessment, DomainCoverage } from './assessment.ts';
import type { Gap } from './gap.ts';

/** One number with what it is a part of. */
export interface Share {
  number: number;
  of: number;
}

/** The five numbers a domain is judged by. All count techniques and sub-techniques in scope. */
export interface Headline {
  /** On `claimed` or above, of all. */
  covered: Share;
  /** Of the covered. */
  proven: Share;
  /** A current playbook looks for it and no rule counts, of all. */
  hunted: Share;
  /** Missed by the newest exercise result in the window, of those an exercise of the window says something of. */
  failed: Share;
  /** Relevant by the default profile (without one, used by a group) and lacking something, of the relevant. */
  gaps: Share;
}

/** @param gaps Of this domain, by the default profile. */
export function headlineOf(
  { levels, total, covered, assessments }: DomainCoverage,
  gaps: readonly Gap[],
): Headline {
  const inScope = [...assessments.values()].filter(({ scope }) => scope.state === 'in');
  return {
    covered: { number: covered, of: total },
    proven: { number: levels.proven, of: covered },
    hunted: { number: levels.hunted, of: total },
    failed: { number: levels.failed, of: inScope.filter(wasExercised).length },
    gaps: { number: gaps.length, of: inScope.filter(({ relevance }) => relevance > 0).length },
  };
}

/** A parent can be proven or failed by its sub-techniques alone. */
function wasExercised({ level, results }: Assessment): boolean {
  return (
    level === 'proven' ||
    level === 'failed' ||
    results.some(({ inWindow, result }) => inWindow && result.outcome !== 'executed')
  );
}
