import { markdownCode, markdownText } from '../../../escape/markdown.ts';
import type { Difference } from '../../difference.ts';
import { clip } from '../../told/clip.ts';
import { sizeOf } from '../../told/words.ts';
import { lineDiff } from './line-diff.ts';
import { wordDiff } from './word-diff.ts';

/** Characters of one value; the rest is seen in the file. */
const MOST_CHARACTERS = 160;

/** Values of one list. */
const MOST_VALUES = 12;

/** A difference as an item of a list, with its text below it. */
export function differenceItem(difference: Difference): string {
  const name = markdownText(difference.name);
  switch (difference.kind) {
    case 'value':
      return `- ${name}: ${valueStep(difference)}`;
    case 'list':
      return `- ${name}: ${[values('removed', difference.removed), values('added', difference.added)].filter(Boolean).join('; ')}`;
    case 'text': {
      const block = difference.unit === 'lines' ? lineDiff(difference.parts) : wordDiff(difference.parts);
      return `- ${name}: ${sizeOf(difference)}\n\n${indented(block, 2)}\n`;
    }
  }
}

/** Every line with text moved to the right. */
export function indented(markdown: string, spaces: number): string {
  return markdown.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));
}

function valueStep({ before, after }: Extract<Difference, { kind: 'value' }>): string {
  if (before === undefined) return `added ${value(after)}`;
  return after === undefined ? `removed, was ${value(before)}` : `${value(before)} → ${value(after)}`;
}

function values(verb: string, all: readonly string[]): string {
  if (all.length === 0) return '';
  const rest = all.length - MOST_VALUES;
  return `${verb} ${all.slice(0, MOST_VALUES).map(value).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function value(text = ''): string {
  return markdownCode(clip(text, MOST_CHARACTERS)) || 'nothing';
}
