import { fingerprints } from '../../findings/fingerprint.ts';
import type { Finding, Severity } from '../../findings/finding.ts';
import type { Reporter, ReportOptions } from '../reporter.ts';
import { wholeMessage } from '../whole-message.ts';

const SEVERITIES: Record<Severity, 'info' | 'minor' | 'major'> = {
  error: 'major',
  warning: 'minor',
  note: 'info',
};

/** What GitLab's widget of code quality reads of an issue. */
export interface GitlabIssue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: 'info' | 'minor' | 'major';
  location: { path: string; lines: { begin: number } };
}

/**
 * A code quality report for `artifacts: reports: codequality`.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlabReporter: Reporter = {
  id: 'gitlab',
  report: (findings, options) => `${JSON.stringify(gitlabIssues(findings, options), null, 2)}\n`,
};

/** Findings as GitLab's issues; it takes two with one fingerprint for the same. */
export function gitlabIssues(
  findings: readonly Finding[],
  { fileOf }: Pick<ReportOptions, 'fileOf'>,
): GitlabIssue[] {
  const ids = fingerprints(findings);
  return findings.map((finding, index) => ({
    description: wholeMessage(finding),
    check_name: finding.rule,
    fingerprint: ids[index] ?? '',
    severity: SEVERITIES[finding.severity],
    location: {
      path: fileOf(finding) ?? `${finding.source}/${finding.path}`,
      lines: { begin: finding.range?.line ?? 1 },
    },
  }));
}
