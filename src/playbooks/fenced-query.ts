import type { PlaybookQuery } from './playbook.ts';

/** A query as a block of Markdown, in a fence longer than any run of backticks inside. */
export function fencedQuery({ language, text }: Pick<PlaybookQuery, 'language' | 'text'>): string {
  const longest = [...text.matchAll(/`+/g)].reduce((length, [run]) => Math.max(length, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
