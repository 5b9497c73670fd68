import type { Finding } from '../findings/finding.ts';

export interface ReportOptions {
  /** Whether the reader shows ANSI colours. */
  color: boolean;
  /** How a finding's file is named. */
  pathOf: (finding: Finding) => string;
}

/** One way to print findings. To add one is to add a file under `reporters/` and a line in `reporters.ts`. */
export interface Reporter {
  /** As `--format` names it. */
  id: string;
  /** The whole report, newline at the end. Findings come sorted by source, path and line. */
  report(findings: readonly Finding[], options: ReportOptions): string;
}
