/** The line (from 1) an offset stands on. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The text of a stretch of lines (from 1, both included), without the last line's end. */
export function linesOf(text: string, lines: { from: number; to: number }): string {
  const start = lineStart(text, 0, lines.from - 1);
  const end = lineStart(text, start, lines.to - lines.from + 1);
  return text.slice(start, end).replace(/\r?\n$/, '');
}

/** Where the line begins that is `count` lines after the one `from` begins; the end of the text when there is none. */
function lineStart(text: string, from: number, count: number): number {
  let at = from;
  for (let line = 0; line < count; line += 1) {
    const newline = text.indexOf('\n', at);
    if (newline === -1) return text.length;
    at = newline + 1;
  }
  return at;
}

/** First letter upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
