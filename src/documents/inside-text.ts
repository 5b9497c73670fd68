import type { FileFinding } from '../findings/finding.ts';

/**
 * Moves the ranges of findings into their text: parsers name the end of a text, a column after it, and lines by ends of
 * their own. Lines end with `\n` here, as everywhere; a column may stand right after the last character of its line.
 */
export function insideText(findings: readonly FileFinding[], text: string): FileFinding[] {
  if (findings.length === 0) return [];
  const lines = text.split('\n');
  const inside = (line: number, column: number): [line: number, column: number] => {
    const nearest = Math.min(Math.max(1, line), lines.length);
    const after = (lines[nearest - 1]?.length ?? 0) + 1;
    return [nearest, nearest < line ? after : Math.min(Math.max(1, column), after)];
  };
  return findings.map((finding) => {
    if (!finding.range) return finding;
    const [line, column] = inside(finding.range.line, finding.range.column);
    const [endLine, endColumn] = inside(finding.range.endLine, finding.range.endColumn);
    return { ...finding, range: { line, column, endLine, endColumn } };
  });
}
