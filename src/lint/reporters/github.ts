import { counted } from '../../coverage/wording.ts';
import { visible } from '../../escape/visible.ts';
import { workflowCommand, type AnnotationProperties } from '../../escape/workflow-command.ts';
import type { Finding, Severity } from '../../findings/finding.ts';
import { gravestFirst } from '../gravest-first.ts';
import type { Reporter, ReportOptions } from '../reporter.ts';
import { summary } from '../summary.ts';
import { wholeMessage } from '../whole-message.ts';

/** GitHub shows this many annotations of a kind a step, and says nothing of those it drops. */
export const MOST_OF_A_KIND = 10;

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/** Workflow commands: in a GitHub workflow, findings stand at their lines of the pull request. */
export const githubReporter: Reporter = {
  id: 'github',
  report(findings, options) {
    const shown = annotated(findings);
    const left = findings.length - shown.length;
    const rest = left === 0 ? [] : [`${counted(left, 'finding')} more: \`coverbook lint\` prints them all.`];
    return `${[...shown.map((finding) => annotation(finding, options)), ...rest, summary(findings)].join('\n')}\n`;
  },
};

/** The findings GitHub has room for: gravest first. */
export function annotated<T extends Pick<Finding, 'severity'>>(findings: readonly T[]): T[] {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  return gravestFirst(findings).filter(({ severity }) => ++counts[severity] <= MOST_OF_A_KIND);
}

/** One finding as a workflow command; a file that is not in the repository is named in the message. */
export function annotation(
  finding: Finding,
  { fileOf, pathOf }: Pick<ReportOptions, 'fileOf' | 'pathOf'>,
): string {
  const file = fileOf(finding);
  const message = wholeMessage(finding);
  return workflowCommand(
    COMMANDS[finding.severity],
    { title: finding.rule, ...(file !== undefined && { file, ...lines(finding) }) },
    file === undefined ? `${visible(pathOf(finding))}: ${message}` : message,
  );
}

/** GitHub takes columns only of what begins and ends on one line. */
function lines({ range }: Pick<Finding, 'range'>): AnnotationProperties {
  if (range === undefined) return {};
  const { line, endLine, column, endColumn } = range;
  return line === endLine ? { line, endLine, col: column, endColumn } : { line, endLine };
}
