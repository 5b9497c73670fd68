import { counted } from '../coverage/wording.ts';
import type { Finding, Severity } from '../findings/finding.ts';

/** How many findings of each severity there are, gravest first; severities without any are left out. */
export function severityCounts(findings: readonly Pick<Finding, 'severity'>[]): [Severity, number][] {
  return (['error', 'warning', 'note'] as const)
    .map((severity): [Severity, number] => [
      severity,
      findings.filter((finding) => finding.severity === severity).length,
    ])
    .filter(([, count]) => count > 0);
}

/**
 * `4 findings: 2 errors, 1 warning, 1 note`
 *
 * @param paint Gives the words of a severity their colour.
 */
export function summary(
  findings: readonly Pick<Finding, 'severity'>[],
  paint: (severity: Severity, text: string) => string = (_, text) => text,
): string {
  if (findings.length === 0) return 'No findings';
  const parts = severityCounts(findings).map(([severity, count]) =>
    paint(severity, counted(count, severity)),
  );
  return `${counted(findings.length, 'finding')}: ${parts.join(', ')}`;
}
