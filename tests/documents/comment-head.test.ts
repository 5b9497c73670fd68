import { expect, test } from 'vitest';
import { commentHead } from '../../src/documents/comment-head.ts';

const LABELS = new Map([
  ['refs', 'references'],
  ['references', 'references'],
  ['tags', 'tags'],
  ['description', 'description'],
]);

const TEXT = `
-- A title: with a colon
-- ---------------------
-- Refs:
--   * https://example.org/a
--   *https://example.org/b
--
-- description: One
-- two
--
-- tags: x y\r
-- references: c
SELECT 1 -- tags: no
-- tags: no
`;

test('a comment at the top is read by its labels, with the offsets of what stands under them', () => {
  const head = commentHead(TEXT, '--', LABELS);
  expect(head.plain.map(({ text }) => text)).toEqual(['A title: with a colon']);
  expect(
    Object.fromEntries([...head.labelled].map(([name, entries]) => [name, entries.map(({ text }) => text)])),
  ).toEqual({
    references: ['https://example.org/a', 'https://example.org/b', 'c'],
    description: ['One', 'two'],
    tags: ['x y'],
  });
  for (const { text, start } of [...head.plain, ...head.labelled.values()].flat())
    expect(TEXT.slice(start, start + text.length)).toBe(text);
  expect(TEXT.slice(head.end)).toMatch(/^SELECT/);
});

test('text that opens with something else has no such comment', () => {
  expect(commentHead('SELECT 1\n-- tags: x\n', '--', LABELS)).toEqual({
    plain: [],
    labelled: new Map(),
    end: 0,
  });
  expect(commentHead('', '//', LABELS).end).toBe(0);
});

test('a megabyte of comments is read in an instant', () => {
  for (const piece of ['-- tags: x\n', '-- a\n', '--', '-- a ', '-- tags:\n--   * x\n', '-- \t ']) {
    const text = piece.repeat(1_000_000 / piece.length);
    expect(commentHead(text, '--', LABELS).end, piece).toBeLessThanOrEqual(text.length);
  }
});
