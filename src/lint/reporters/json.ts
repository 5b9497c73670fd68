import { findingsReport } from '../../export/api/findings.ts';
import { toJson } from '../../output/json.ts';
import type { Reporter } from '../reporter.ts';

/** The same document as `api/findings.json`, for scripts. */
export const jsonReporter: Reporter = {
  id: 'json',
  report: (findings) => toJson(findingsReport(findings)),
};
