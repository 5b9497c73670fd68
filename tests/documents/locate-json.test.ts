import { expect, test } from 'vitest';
import { jsonValueSpan, locateJson } from '../../src/documents/locate-json.ts';
import { parseJson } from '../../src/documents/json.ts';
import type { Range } from '../../src/findings/finding.ts';

/** The text a range marks; ranges of findings stay on one line. */
function marked(text: string, range: Range | undefined): string | undefined {
  if (!range) return undefined;
  expect(range.endLine).toBe(range.line);
  return text.split('\n')[range.line - 1]?.slice(range.column - 1, range.endColumn - 1);
}

const JSON_TEXT = `{
  "name": "one",
  "resources": [
    {
      "properties": {
        "techniques": ["T1059", "T1105"],
        "techniques": ["T1078"],
        "enabled": true
      }
    }
  ]
}
`;

test.for([
  [['name'], '"one"'],
  [['resources'], '"resources"'],
  [['resources', 0], '{'],
  [['resources', 0, 'properties', 'enabled'], 'true'],
  // Of two properties with one name the last is the one that was read.
  [['resources', 0, 'properties', 'techniques', 0], '"T1078"'],
  // What is not there is shown at the nearest thing above it.
  [['resources', 0, 'properties', 'techniques', 1], '"techniques"'],
  [['resources', 0, 'properties', 'tactics', 0], '"properties"'],
  [['resources', 4], '"resources"'],
  [['name', 'first'], '"name"'],
  [['nothing'], '{'],
  [[], '{'],
] as const)('in a JSON text, %j is `%s`', ([pointer, expected]) => {
  expect(marked(JSON_TEXT, locateJson(JSON_TEXT, 0, [...pointer]))).toBe(expected);
});

const LINES = '\n{"a": 1, "b": ["x"]}\r\n\n{"a": 2, "é😀": {"b": "y"}}\nnot json\n{"a": 3}\n';

test.for([
  [0, ['a'], 2, '1'],
  [0, ['b', 0], 2, '"x"'],
  [0, [], 2, '{"a": 1, "b": ["x"]}'],
  [1, ['a'], 4, '2'],
  [1, ['é😀', 'b'], 4, '"y"'],
  [3, ['a'], 6, '3'],
] as const)('in document %i of a text with a value on each line, %j is on line %i', (place) => {
  const [ordinal, pointer, line, expected] = place;
  const range = locateJson(LINES, ordinal, [...pointer]);
  expect(range?.line).toBe(line);
  expect(marked(LINES, range)).toBe(expected);
});

test('documents are counted as the parser counts them', () => {
  for (const { ordinal, lines } of parseJson(LINES).documents) {
    expect(locateJson(LINES, ordinal, ['a'])?.line).toBe(lines.from);
  }
});

test('a document that does not exist has no place', () => {
  expect(locateJson(JSON_TEXT, 1, ['name'])).toBeUndefined();
  expect(locateJson(LINES, 4, ['a'])).toBeUndefined();
  expect(locateJson('', 0, [])).toBeUndefined();
});

test('a span holds exactly the value, and there is none for what is not there', () => {
  const text = (pointer: (string | number)[], ordinal = 1) => {
    const span = jsonValueSpan(LINES, ordinal, pointer);
    return span && LINES.slice(span.start, span.end);
  };
  expect(text(['é😀', 'b'])).toBe('"y"');
  expect(text(['é😀'])).toBe('{"b": "y"}');
  expect(text(['é😀', 'c'])).toBeUndefined();
});

test('a text too deep to place gives no place, not an error', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  expect(() => locateJson(deep, 0, [0, 0])).not.toThrow();
});

test('a hundred thousand lines are placed in a blink', () => {
  const text = '{"a": 1}\n'.repeat(100_000);
  for (let ordinal = 0; ordinal < 100_000; ordinal += 100) {
    expect(locateJson(text, ordinal, ['a'])?.line).toBe(ordinal + 1);
  }
});
