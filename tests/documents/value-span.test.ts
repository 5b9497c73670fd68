import { describe, expect, test } from 'vitest';
import { frontMatterValueSpan } from '../../src/documents/markdown.ts';
import { writtenSpan } from '../../src/documents/written-span.ts';
import { yamlValueSpan } from '../../src/documents/yaml-value-span.ts';
import type { Pointer } from '../../src/mapping/mapping.ts';

function yaml(text: string, pointer: Pointer, ordinal = 0): string | undefined {
  const span = yamlValueSpan(text, ordinal, pointer);
  return span && text.slice(span.start, span.end);
}

describe('a value of a YAML text', () => {
  test.each<[string, string, Pointer, string]>([
    ['plain item', 'tags:\n  - a\n  - attack.t1562 # why\n', ['tags', 1], 'attack.t1562'],
    ['plain item under CRLF', 'tags:\r\n  - a\r\n  - attack.t1562\r\n', ['tags', 1], 'attack.t1562'],
    ['item in single quotes', "tags: [a, 'T1562']", ['tags', 1], "'T1562'"],
    ['item in double quotes', 'tags: [a, "T1562"]', ['tags', 1], '"T1562"'],
    ['nested value', 'a:\n  b:\n    - c: T1562\n', ['a', 'b', 0, 'c'], 'T1562'],
    ['the last of a key written twice', 'a: T1\na: T2', ['a'], 'T2'],
    ['one text where a list could be', 'techniques: T1562\n', ['techniques', 0], 'T1562'],
    ['quoted key', '"a b": T1562', ['a b'], 'T1562'],
    ['text beyond the basic plane before it', 'a: 🎯\nb: 🎯 T1562\n', ['b'], '🎯 T1562'],
  ])('%s', (_what, text, pointer, expected) => {
    expect(yaml(text, pointer)).toBe(expected);
  });

  test('of the second document', () => {
    expect(yaml('---\na: T1\n---\na: T2\n', ['a'], 1)).toBe('T2');
  });

  test.each<[string, string, Pointer]>([
    ['an alias', 'x: &id T1562\ntags: [*id]', ['tags', 0]],
    ['an anchored value', 'tags: [&id T1562]', ['tags', 0]],
    ['part of an anchored list', 'base: &tags\n  - T1562\ntags: *tags', ['base', 0]],
    ['behind an alias', 'base: &tags\n  - T1562\ntags: *tags', ['tags', 0]],
    ['a block', 'a: >-\n  T1562\n', ['a']],
    ['a text of two lines', 'a: T1562\n  and more\n', ['a']],
    ['a map', 'tags:\n  - attack: t1562\n', ['tags', 0]],
    ['a key without a value', 'a:\nb: 1', ['a']],
    ['nothing', 'a: 1', ['b']],
    ['in a document that is no valid YAML', 'a: "T1562"\nb: "x\n', ['a']],
    ['in a text that is too deep', '['.repeat(20_000), [0]],
  ])('is none when it is %s', (_what, text, pointer) => {
    expect(yaml(text, pointer)).toBeUndefined();
  });
});

test('the items of a list of thousands are all found', () => {
  const count = 5000;
  const text = `tags:\n${Array.from({ length: count }, (_, index) => `  - tag${index}\n`).join('')}`;
  for (let index = 0; index < count; index += 1) {
    const span = yamlValueSpan(text, 0, ['tags', index]);
    if (!span || text.slice(span.start, span.end) !== `tag${index}`) expect(index).toBe('found');
  }
});

describe('a value of front matter', () => {
  test.each([
    ['---\ntechniques: [T1059, T1562.001]\n---\nT1562.001\n', 'T1562.001'],
    ['---\r\ntechniques:\r\n  - T1059\r\n  - "T1562.001"\r\n---\r\n', '"T1562.001"'],
  ])('%j', (text, expected) => {
    const span = frontMatterValueSpan(text, ['techniques', 1]);
    expect(span && text.slice(span.start, span.end)).toBe(expected);
  });

  test.each(['---json\n{"techniques": ["T1059", "T1562"]}\n---\n', 'techniques: [T1059, T1562]\n', ''])(
    'is none in %j',
    (text) => {
      expect(frontMatterValueSpan(text, ['techniques', 1])).toBeUndefined();
    },
  );
});

test('a written text is found in its source when it stands there once, letter by letter', () => {
  const find = (source: string, written: string): unknown => {
    const text = `a: ${source}`;
    const span = writtenSpan(text, { start: 3, end: text.length }, written);
    return span && [span.start - 3, span.end - 3];
  };
  expect(find('"T1562"', 'T1562')).toEqual([1, 6]);
  expect(find('"T1562\\u002e001"', 'T1562.001')).toBeUndefined();
  expect(find('T1562, T1562.001', 'T1562')).toBeUndefined();
  expect(find('T1562,\n T1059', 'T1562')).toBeUndefined();
  expect(find('T1562', '')).toBeUndefined();
});
