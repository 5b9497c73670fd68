import { expect, test } from 'vitest';
import { parseFile } from '../parse-file.ts';

/** The range of the one finding of a text its syntax refuses. */
function rangeIn(path: string, text: string) {
  const parsed = parseFile(path, Buffer.from(text));
  return 'finding' in parsed ? parsed.finding.range : parsed.findings?.[0]?.range;
}

test('a quote that is never closed is shown at the end of its text, not after it', () => {
  expect(rangeIn('a.yml', 'a: "b\n')).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 1 });
});

test('a key without a value is shown right after the last character of its line', () => {
  expect(rangeIn('a.toml', 'a')).toMatchObject({ line: 1, endLine: 1, endColumn: 2 });
});

test('a lone carriage return ends no line, whatever a parser of TOML counts', () => {
  const range = rangeIn('a.toml', 'a = 1\r\rb = "\u0001"\n');
  expect(range?.line).toBe(1);
});
