import type { Severity } from '../findings/finding.ts';

/** One check, as documentation and reports describe it. */
export interface LintRule {
  /** Permanent: `mapping/revoked`. The first half says what it looks at. */
  id: string;
  severity: Severity;
  /** What is wrong, in one sentence. */
  summary: string;
  /** What to do about it, in one sentence. */
  remedy: string;
}
