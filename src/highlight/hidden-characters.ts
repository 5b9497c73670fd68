/**
 * Characters a reader cannot see or that reorder what is seen: soft hyphen, no-break space, zero-width characters,
 * bidirectional controls, invisible operators, the byte order mark, tag characters.
 *
 * @see https://www.unicode.org/reports/tr36/
 */
const HIDDEN =
  /[\u00A0\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]|[\u{E0000}-\u{E007F}]/gu;

/** A stretch of text, or one hidden character with its code point: `U+200B`. */
export type VisiblePart = { text: string } | { hidden: string; codePoint: string };

/** Cuts a text at its hidden characters. */
export function splitAtHidden(text: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  let end = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    const [hidden] = match;
    const number = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    parts.push({ hidden, codePoint: `U+${number}` });
    end = match.index + hidden.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
