import { counted } from '../../coverage/wording.ts';
import { markdownCode, markdownMessage, markdownRow } from '../../escape/markdown.ts';
import type { Finding } from '../../findings/finding.ts';
import { gravestFirst } from '../gravest-first.ts';
import type { Reporter, ReportOptions } from '../reporter.ts';
import { summary } from '../summary.ts';

/** A comment may have 65,536 characters on GitHub; a heading and a footer of somebody else's must fit as well. */
const MOST_CHARACTERS = 60_000;

type MarkdownOptions = Pick<ReportOptions, 'pathOf' | 'urlOf'>;

/** A table for the summary of a job or a comment. */
export const markdownReporter: Reporter = {
  id: 'markdown',
  report(findings, options) {
    const heading = `## ${summary(findings)}`;
    const table =
      findings.length === 0 ? [] : [findingTable(findings, options, MOST_CHARACTERS - heading.length)];
    return `${[heading, ...table].join('\n\n')}\n`;
  },
};

/**
 * Findings as a table, gravest first, and how many more there are when not all fit.
 *
 * @param most Characters there is room for.
 */
export function findingTable(findings: readonly Finding[], options: MarkdownOptions, most: number): string {
  const rows = [
    markdownRow(['Severity', 'Where', 'Finding', 'Rule']),
    markdownRow(['---', '---', '---', '---']),
  ];
  // Room for the line that tells of the others.
  let room = most - rows.join('\n').length - 80;
  const ordered = gravestFirst(findings);
  const fits = ordered
    .map((finding) => findingRow(finding, options))
    .filter((row) => (room -= row.length + 1) >= 0);
  const left = ordered.length - fits.length;
  const table = [...rows, ...fits].join('\n');
  return left === 0
    ? table
    : `${table}\n\nAnd ${counted(left, 'finding')} more: \`coverbook lint\` prints them all.`;
}

function findingRow(finding: Finding, { pathOf, urlOf }: MarkdownOptions): string {
  const { severity, message, hint, rule, range } = finding;
  const url = urlOf?.(rule);
  const name = markdownCode(rule);
  return markdownRow([
    severity,
    markdownCode(`${pathOf(finding)}${range ? `:${range.line}` : ''}`),
    markdownMessage(message) + (hint === undefined ? '' : `<br>${markdownMessage(hint)}`),
    url === undefined ? name : `[${name}](${url})`,
  ]);
}
