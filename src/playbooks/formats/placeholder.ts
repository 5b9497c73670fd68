/** What templates leave to be filled in: `[Your name]`, `` `Txxxx` ``, `(one sentence)`, `<date>`. */
const MARKED = /^(?:\[[^\]]*\]|`[^`]*`|\([^)]*\)|<[^>]*>|\.{2,}|…|-+|_+)$/;

/** Ids with their digits left open: `H-XXXX`, `H###`, `TAxxxx`. */
const OPEN_DIGITS = /xxx\b|##/i;

const NOTHING_STATED =
  /^(?:n\/?a|none|tbd|to be (?:done|determined|decided)|unknown|your name|hunter name)$/i;

/** Why a file of a template is not read, after “3 files”. */
export const TEMPLATES = 'that are templates of hunts';

/** The text, or undefined where it only says what should stand in its place. */
export function statedText(written: string | undefined): string | undefined {
  const text = (written ?? '').replace(/^[*_\s]+/, '').trimEnd();
  const inner = text.replace(/[*_]{1,3}$/, '').trimEnd();
  return inner === '' || MARKED.test(inner) || NOTHING_STATED.test(inner) ? undefined : inner;
}

/** The id, or undefined where its digits are still open. */
export function statedId(written: string | undefined): string | undefined {
  const text = statedText(written);
  return text !== undefined && OPEN_DIGITS.test(text) ? undefined : text;
}
