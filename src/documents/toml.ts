import { parse, TomlError } from 'smol-toml';
import type { ParsedText } from './parse.ts';
import { syntaxFinding } from './syntax-finding.ts';
import { lineOf } from './text.ts';
import { isTooDeep, TOO_DEEP } from './too-deep.ts';

/** Parses a TOML text: one document, or one `file/syntax` finding with the line and the column. */
export function parseToml(text: string): ParsedText {
  try {
    const data: unknown = parse(text);
    if (isTooDeep(data))
      return { documents: [], findings: [syntaxFinding('TOML', TOO_DEEP, { line: 1, column: 1 })] };
    const lines = { from: 1, to: lineOf(text, text.trimEnd().length) };
    return { documents: [{ syntax: 'toml', data, lines, ordinal: 0 }], findings: [] };
  } catch (error) {
    const place = error instanceof TomlError ? error : { line: 1, column: 1 };
    const reason =
      error instanceof Error ? error.message.replace(/^Invalid TOML document:\s*/, '') : String(error);
    return { documents: [], findings: [syntaxFinding('TOML', reason, place)] };
  }
}
