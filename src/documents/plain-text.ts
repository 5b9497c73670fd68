import type { ParsedText } from './parse.ts';
import { lineOf } from './text.ts';

/** A language that only its own reader can take apart. */
export function plainText(text: string): ParsedText {
  if (text.trim() === '') return { documents: [], findings: [] };
  const lines = { from: 1, to: lineOf(text, text.trimEnd().length) };
  return { documents: [{ syntax: 'text', data: null, lines, ordinal: 0 }], findings: [] };
}
