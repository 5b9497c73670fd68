/** Control characters, and the ones that reorder or break text invisibly. */
const INVISIBLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * Untrusted text as one harmless line: what would move the cursor, change colours, end a line or turn the
 * reading direction is shown as an escape (`\u{1b}`) instead of doing so.
 */
export function visible(text: string): string {
  return text.replaceAll(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
