import { escapeHtml } from '../site/inline-code.ts';

/**
 * A name as HTML that lets it break where a reader would break it: after a slash or an underscore, inside a long word like
 * `KernelCallbackTable`, before the last syllable of a word too long for a narrow column. Browsers know no English
 * hyphenation everywhere.
 */
export function breakable(name: string): string {
  return escapeHtml(name)
    .replaceAll(/[/_](?=\w)/g, '$&<wbr>')
    .replaceAll(/[\p{L}]{11,}/gu, (word) => word.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, '<wbr>'))
    .replaceAll(/\p{L}{13,}/gu, (word) => word.replace(/(?=(?:tions?|ments?|tures?|sance|ing)$)/, '&shy;'));
}
