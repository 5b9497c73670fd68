import { findingsReport } from '../../export/api/findings.ts';
import type { FixReport } from '../fix/report.ts';
import type { Reporter } from '../reporter.ts';

/**
 * The same document as `api/findings.json`, for scripts; indented, since it is read on terminals too. After a fix it
 * also says what was `fixed` and what was `refused`.
 */
export const jsonReporter: Reporter = {
  id: 'json',
  report: (findings, { fixes }) =>
    `${JSON.stringify({ ...findingsReport(findings), ...(fixes && fixFields(fixes)) }, null, 2)}\n`,
};

function fixFields({ files }: FixReport): object {
  const flat = (of: 'fixed' | 'refused'): object[] =>
    files.flatMap(({ source, path, [of]: ids }) => ids.map((id) => ({ source, path, ...id })));
  return { fixed: flat('fixed'), refused: flat('refused') };
}
