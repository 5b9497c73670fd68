import { markdownText } from '../../../escape/markdown.ts';
import type { TextPart } from '../../difference.ts';

/** Both elements are shown as such by GitHub and by GitLab: underlined and struck through. */
const ELEMENTS = { added: 'ins', removed: 'del' } as const;

/** A text that differs word by word, quoted: what came is underlined, what went is struck through. */
export function wordDiff(parts: readonly TextPart[]): string {
  const lines = [''];
  for (const part of parts) {
    if (part.kind === 'gap') {
      lines.push(`${lines.pop() ?? ''} … `);
      continue;
    }
    const { kind } = part;
    part.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push('');
      lines.push((lines.pop() ?? '') + marked(kind, text));
    });
  }
  // What replaces a word is told from it by more than a line above or below.
  return quoted(lines.map((line) => line.trim().replaceAll('</del><ins>', '</del> <ins>')));
}

/** Spaces stay outside of the element, where they cannot stop it from being one. */
function marked(kind: Exclude<TextPart['kind'], 'gap'>, text: string): string {
  const inner = markdownText(text);
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
  if (inner === '') return before;
  if (kind === 'same') return `${before}${inner}${after}`;
  return `${before}<${ELEMENTS[kind]}>${inner}</${ELEMENTS[kind]}>${after}`;
}

/** A backslash breaks a line on both hosts; GitHub breaks it without one too, GitLab does not. */
function quoted(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      if (line === '') return '>';
      return `> ${line}${(lines[index + 1] ?? '') === '' ? '' : '\\'}`;
    })
    .filter((line, index, all) => line !== '>' || (all[index - 1] ?? '>') !== '>')
    .join('\n');
}
