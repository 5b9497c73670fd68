/** What an annotation of a GitHub workflow says of itself beside its message; lines and columns start at 1. */
export interface AnnotationProperties {
  title?: string;
  /** Relative to the root of the repository, forward slashes. */
  file?: string;
  line?: number;
  endLine?: number;
  col?: number;
  endColumn?: number;
}

/**
 * One line that GitHub's runner turns into an annotation, whatever is in the texts: a line feed or a `::` of
 * untrusted content cannot begin another command. Without a newline at the end.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function workflowCommand(
  command: 'error' | 'warning' | 'notice',
  properties: AnnotationProperties,
  message: string,
): string {
  const stated = Object.entries(properties).flatMap(([key, value]: [string, string | number | undefined]) =>
    value === undefined || value === '' ? [] : `${key}=${escapeProperty(String(value))}`,
  );
  return `::${[command, stated.join(',')].filter(Boolean).join(' ')}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
