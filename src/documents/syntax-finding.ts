import type { FileFinding } from '../findings/finding.ts';

/** The finding for text that its syntax refuses. Line and column start at 1. */
export function syntaxFinding(
  syntax: 'YAML' | 'TOML' | 'JSON' | 'CSV' | 'XML' | 'front matter',
  reason: string,
  place: { line: number; column: number },
): FileFinding {
  const { line, column } = place;
  return {
    rule: 'file/syntax',
    severity: 'error',
    message: `Unreadable ${syntax} at ${line}:${column}: ${oneLine(reason)}`,
    hint: `Correct the ${syntax} there; until then what stands in it counts for nothing.`,
    range: { line, column, endLine: line, endColumn: column + 1 },
  };
}

/** Libraries quote the source under their reason; the finding shows the place itself. */
function oneLine(reason: string): string {
  return (reason.split('\n')[0] ?? '').trim().replace(/[.:]$/, '');
}
