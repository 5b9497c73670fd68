const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

/**
 * The text of a literal without its quotes (one or three on a side). In single quotes on a side, backslashes escape;
 * one before anything else is part of the text, as regular expressions are often written that way.
 */
export function unquotedText(written: string): string {
  const mark = written.charAt(0);
  const fence = mark.repeat(3);
  if (written.length >= 6 && written.startsWith(fence) && written.endsWith(fence))
    return written.slice(3, -3);
  const text = written.slice(1, -1);
  return text.includes('\\')
    ? text.replace(/\\([^])/g, (pair, escaped: string) => ESCAPES[escaped] ?? pair)
    : text;
}
