/** The line (from 1) an offset stands on. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Line and column (both from 1) of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return { line: lineOf(text, offset), column: offset - lineStart + 1 };
}

/** The text of a stretch of lines (from 1, both included), without the last line's end. */
export function linesOf(text: string, lines: { from: number; to: number }): string {
  return text
    .split('\n')
    .slice(lines.from - 1, lines.to)
    .join('\n')
    .replace(/\r$/, '');
}
