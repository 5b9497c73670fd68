import type { Finding, Range, Severity } from '../../findings/finding.ts';

/** `api/findings.json` and what `lint --json` prints, version 1. */
export interface FindingsReport {
  schemaVersion: 1;
  findings: Finding[];
  /** How many there are of each severity. */
  summary: Record<Severity, number>;
}

/** Keeps the order of the findings given: a workspace sorts them by source, path and line. */
export function findingsReport(findings: readonly Finding[]): FindingsReport {
  const summary: FindingsReport['summary'] = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) summary[severity] += 1;
  return { schemaVersion: 1, findings: findings.map(inOrder), summary };
}

/** The same key order whoever made the finding, so that equal findings are equal bytes. */
function inOrder({ rule, severity, source, path, range, message, hint, fix, item }: Finding): Finding {
  return {
    rule,
    severity,
    source,
    path,
    ...(range && { range: rangeInOrder(range) }),
    message,
    ...(hint !== undefined && { hint }),
    ...(fix && { fix: { range: rangeInOrder(fix.range), text: fix.text } }),
    ...(item !== undefined && { item }),
  };
}

function rangeInOrder({ line, column, endLine, endColumn }: Range): Range {
  return { line, column, endLine, endColumn };
}
