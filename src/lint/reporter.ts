import type { Finding } from '../findings/finding.ts';
import type { FixReport } from './fix/report.ts';

/** Where a finding is, before anyone says how it is shown. */
export type FindingPlace = Pick<Finding, 'source' | 'path'>;

export interface ReportOptions {
  /** Whether the reader shows ANSI colours. */
  color: boolean;
  /** How a finding's file is named for people: something a terminal can open, or `source:path`. */
  pathOf: (finding: FindingPlace) => string;
  /** A finding's file from the root of the repository that holds the config, forward slashes; undefined outside of it. */
  fileOf: (finding: FindingPlace) => string | undefined;
  /** Address of the page that explains a rule, where the config says where the site stands. */
  urlOf?: (rule: string) => string | undefined;
  /** Of Coverbook: `0.1.0`. */
  version: string;
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
