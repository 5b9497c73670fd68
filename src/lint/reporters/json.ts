import { findingsReport } from '../../export/api/findings.ts';
import type { Reporter } from '../reporter.ts';

/** The same document as `api/findings.json`, for scripts; indented, since it is read on terminals too. */
export const jsonReporter: Reporter = {
  id: 'json',
  report: (findings) => `${JSON.stringify(findingsReport(findings), null, 2)}\n`,
};
