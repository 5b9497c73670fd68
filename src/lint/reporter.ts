import type { Finding } from '../findings/finding.ts';
import type { FixReport } from './fix/report.ts';

export interface ReportOptions {
  /** Whether the reader shows ANSI colours. */
  color: boolean;
  /** How a finding's file is named. */
  pathOf: (finding: Pick<Finding, 'source' | 'path'>) => string;
  /** What a fix did before the findings were looked for. */
  fixes?: FixReport;
}

/** One way to print findings. To add one is to add a file under `reporters/` and a line in `reporters.ts`. */
export interface Reporter {
  /** As `--format` names it. */
  id: string;
  /** The whole report, newline at the end. Findings come sorted by source, path and line. */
  report(findings: readonly Finding[], options: ReportOptions): string;
}
