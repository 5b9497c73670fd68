import type { Finding, Severity } from '../findings/finding.ts';

/** Higher is worse. */
export const SEVERITY_RANK: Record<Severity, number> = { note: 0, warning: 1, error: 2 };

/** Errors, then warnings, then notes, each in the order they came: where there is room for some only, it is for these. */
export function gravestFirst<T extends Pick<Finding, 'severity'>>(findings: readonly T[]): T[] {
  return findings.toSorted((a, b) => SEVERITY_RANK[b.severity] - SEVERITY_RANK[a.severity]);
}
