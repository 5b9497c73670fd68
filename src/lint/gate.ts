import type { Finding } from '../findings/finding.ts';
import { SEVERITY_RANK } from './gravest-first.ts';

export const GATES = ['error', 'warning', 'note', 'none'] as const;

/** The least severity that fails a run; `none` never does. */
export type Gate = (typeof GATES)[number];

/** Whether any finding is at or above the gate. */
export function exceeds(findings: readonly Pick<Finding, 'severity'>[], gate: Gate): boolean {
  if (gate === 'none') return false;
  return findings.some(({ severity }) => SEVERITY_RANK[severity] >= SEVERITY_RANK[gate]);
}
