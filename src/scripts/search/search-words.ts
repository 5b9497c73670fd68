import { bareName } from '../../search/bare-name.ts';

const EXTENSION = /\.(?:ya?ml|toml|json|mdx?|kql|spl|conf|rules|xml)$/i;

/** What somebody typed, as words are indexed: without the extension of a file's name. */
export function searchWords(typed: string): string {
  return typed
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(EXTENSION, ''))
    .join(' ');
}

/**
 * The same with names of files written bare, as keys are; undefined where none is one. Pagefind takes an underscore
 * for a letter, so `proc_creation` is found in a text and by no key.
 */
export function keyWords(words: string): string | undefined {
  return words.includes('_')
    ? words
        .split(' ')
        .map((word) => (word.includes('_') ? bareName(word) : word))
        .join(' ')
    : undefined;
}
