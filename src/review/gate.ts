import type { Review } from './review.ts';

export const REVIEW_GATES = ['error', 'warning', 'coverage-loss', 'none'] as const;

/**
 * What fails a review: a new error; a new error or warning; coverage or proof that edits lose. Nothing that was so at
 * the base does, nor what a new ATT&CK version takes away.
 */
export type ReviewGate = (typeof REVIEW_GATES)[number];

/** Whether a review fails at any of the gates. */
export function failsAt({ summary }: Pick<Review, 'summary'>, gates: readonly ReviewGate[]): boolean {
  const { findings, techniques } = summary;
  const fails: Record<ReviewGate, boolean> = {
    error: findings.error > 0,
    warning: findings.error + findings.warning > 0,
    'coverage-loss': techniques.lost + techniques['proof-lost'] > 0,
    none: false,
  };
  return gates.some((gate) => fails[gate]);
}
