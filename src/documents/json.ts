import { printParseErrorCode, parse as parseTolerantly, type ParseError } from 'jsonc-parser';
import type { DataDocument } from './document.ts';
import type { ParsedText } from './parse.ts';
import { syntaxFinding } from './syntax-finding.ts';
import { lineOf } from './text.ts';
import { isTooDeep, TOO_DEEP } from './too-deep.ts';

/** Parses a JSON text, or one with a JSON value on each line, whatever the file is called: exports come as both. */
export function parseJson(text: string): ParsedText {
  if (text.trim() === '') return { documents: [], findings: [] };
  const whole = valueOf(text);
  if (whole) {
    if (isTooDeep(whole.value)) return { documents: [], findings: [tooDeep(1)] };
    const lines = { from: 1, to: lineOf(text, text.trimEnd().length) };
    return { documents: [{ syntax: 'json', data: whole.value, lines, ordinal: 0 }], findings: [] };
  }
  return parseLines(text) ?? { documents: [], findings: [firstError(text)] };
}

/** One document a line; ordinals count the lines that are not blank. Undefined when the first line is no JSON value. */
function parseLines(text: string): ParsedText | undefined {
  const documents: DataDocument[] = [];
  const findings: ParsedText['findings'] = [];
  let ordinal = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = valueOf(line);
    if (parsed && isTooDeep(parsed.value)) findings.push(tooDeep(index + 1));
    else if (parsed)
      documents.push({
        syntax: 'json',
        data: parsed.value,
        lines: { from: index + 1, to: index + 1 },
        ordinal,
      });
    else if (ordinal === 0) return undefined;
    else
      findings.push(
        syntaxFinding('JSON', 'expected one JSON value on this line', { line: index + 1, column: 1 }),
      );
    ordinal += 1;
  }
  return { documents, findings };
}

function valueOf(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** JSON.parse says that a text is wrong, not where. */
function firstError(text: string): ParsedText['findings'][number] {
  const errors: ParseError[] = [];
  try {
    parseTolerantly(text, errors, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Nested deeper than the stack reaches; what came before it may be what is wrong.
    if (errors.length === 0) return tooDeep(1);
  }
  const [first] = errors;
  const offset = first?.offset ?? 0;
  const reason = first ? spaced(printParseErrorCode(first.error)) : 'expected a JSON value';
  return syntaxFinding('JSON', reason, {
    line: lineOf(text, offset),
    column: offset - text.lastIndexOf('\n', offset - 1),
  });
}

function tooDeep(line: number): ParsedText['findings'][number] {
  return syntaxFinding('JSON', TOO_DEEP, { line, column: 1 });
}

/** `CommaExpected` → `comma expected` */
function spaced(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
