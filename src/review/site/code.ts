import type { Element, ElementContent } from 'hast';
import { languageTitle } from '../../highlight/highlighter.ts';
import { diffLine, gap } from '../reporters/html/differences.ts';
import { element, type Child } from '../reporters/html/element.ts';
import { editsOf, type Edit } from './edits.ts';
import { highlightedLines } from './highlighted-lines.ts';

export interface CodeOptions {
  /** As a fence or a format names it. */
  language: string;
  /** Unchanged lines that stay around a change; all of them without it. */
  context?: number;
}

/** Two states of a code in one, line by line, highlighted. Undefined on the side where there was none. */
export function codeDifference(
  before: string | undefined,
  after: string | undefined,
  { language, context = Infinity }: CodeOptions,
): Element {
  const edits = editsOf(linesOf(before, language), linesOf(after, language), ({ text }) => text);
  const shown = edits.flatMap((edit, index) => {
    const [head, tail] = [index === 0 ? 0 : context, index === edits.length - 1 ? 0 : context];
    return told(edit, head, tail);
  });
  const label = `${languageTitle(language)}, changes by line`;
  return element('pre', { className: ['diff'], role: 'group', ariaLabel: label }, element('code', {}, shown));
}

/** Of unchanged lines, those near a change: as many at the beginning and at the end. */
function told({ kind, before, after }: Edit<Line>, head: number, tail: number): Child[] {
  const lines = (kind === 'removed' ? before : after).map(({ shown }) => diffLine(kind, shown));
  // A gap that saves next to nothing only costs the reader the thread.
  if (kind !== 'same' || lines.length <= head + tail + 2) return lines;
  const end = tail === 0 ? [] : lines.slice(-tail);
  return [...lines.slice(0, head), element('span', { className: ['line'] }, gap()), ...end];
}

interface Line {
  text: string;
  shown: ElementContent[];
}

function linesOf(code: string | undefined, language: string): Line[] {
  if (code === undefined || code === '') return [];
  const text = code.replaceAll('\r\n', '\n').replace(/\n$/, '');
  const shown = highlightedLines(text, language);
  return text.split('\n').map((line, index) => ({ text: line, shown: shown[index] ?? [] }));
}
