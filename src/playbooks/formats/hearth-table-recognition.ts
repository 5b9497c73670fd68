import type { Recognition } from '../../readers/reader.ts';
import { plainMarkdownOf, MARKDOWN_EXTENSIONS } from './markdown-file.ts';

export const hearthTableFiles: Recognition = {
  id: 'hearth-table',
  extensions: MARKDOWN_EXTENSIONS,

  recognises(file) {
    const body = plainMarkdownOf(file)?.body ?? '';
    return /hunt #/i.test(body) && body.split('\n').some(isHead);
  },
};

export function isHead(line: string): boolean {
  if (!line.trimStart().startsWith('|')) return false;
  const words = line.toLowerCase();
  return words.includes('hunt #') && words.includes('idea / hypothesis');
}
