/**
 * Where the text a value was read from stands inside its source text: exactly once and on one line, so that to change
 * it there is to change it. Undefined for escapes, repetitions and values of several lines.
 *
 * @param span Offsets of the value's source text, `end` exclusive.
 */
export function writtenSpan(
  text: string,
  span: { start: number; end: number },
  written: string,
): { start: number; end: number } | undefined {
  const source = text.slice(span.start, span.end);
  const at = source.indexOf(written);
  if (written === '' || at === -1 || source.includes('\n')) return undefined;
  if (source.includes(written, at + 1)) return undefined;
  return { start: span.start + at, end: span.start + at + written.length };
}
