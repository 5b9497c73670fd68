import type { ScopeVerdict } from './assessment.ts';

const NAMES = { platform: 'Not on our platforms', 'out-of-scope': 'Out of scope', accepted: 'Accepted risk' };

/**
 * Why a technique is in no denominator, one sentence: `Accepted risk: nobody visits the plant (owner ot-security, review
 * due 2026-09-01, overdue).`
 */
export function scopeReason(verdict: ScopeVerdict): string | undefined {
  if (verdict.state === 'in') return undefined;
  const { state, reason, decision, reviewDue } = verdict;
  const told = [
    ...(decision?.owner === undefined ? [] : [`owner ${decision.owner}`]),
    ...(decision?.review === undefined ? [] : [`review due ${decision.review}`]),
    ...(reviewDue ? ['overdue'] : []),
  ];
  const bracket = told.length > 0 ? ` (${told.join(', ')})` : '';
  return `${NAMES[state]}: ${reason.replace(/(?<![.\s])[.\s]+$/, '')}${bracket}.`;
}
