import type { Finding, Severity } from '../findings/finding.ts';

export const GATES = ['error', 'warning', 'note', 'none'] as const;

/** The least severity that fails a run; `none` never does. */
export type Gate = (typeof GATES)[number];

/** Higher is worse. */
const SEVERITY_RANK: Record<Severity, number> = { note: 0, warning: 1, error: 2 };

/** Whether any finding is at or above the gate. */
export function exceeds(findings: readonly Pick<Finding, 'severity'>[], gate: Gate): boolean {
  if (gate === 'none') return false;
  return findings.some(({ severity }) => SEVERITY_RANK[severity] >= SEVERITY_RANK[gate]);
}
