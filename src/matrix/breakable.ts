/** A soft hyphen: shows only where a line ends at it. */
const SHY = '\u00AD';
/** Lets a line end, and shows nothing. */
const BREAK = '\u200B';

/**
 * Lets a long name break where a reader would break it: after a slash or an underscore, between the words of `KernelCallback`,
 * before the last syllable of a word too long for a narrow column. Browsers know no English hyphenation everywhere.
 */
export function breakable(name: string): string {
  return name
    .replaceAll(/[/_](?=\w)/g, `$&${BREAK}`)
    .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, `$1${BREAK}`)
    .replaceAll(/\p{L}{13,}/gu, (word) => word.replace(/(?=(?:tions?|ments?|tures?|ing)$)/, SHY));
}
