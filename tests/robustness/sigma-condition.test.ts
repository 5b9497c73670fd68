import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueryTree } from '../../src/robustness/query-tree.ts';
import { readCondition } from '../../src/robustness/sigma/condition.ts';
import { equals } from './evading.ts';

const searches = new Map<string, QueryTree>(
  ['a', 'b', 'selection_1', 'selection_2', 'filter_x', '_hidden'].map((name) => [name, equals('f', name)]),
);

/** The logic in letters. */
function shape(tree: QueryTree): string {
  switch (tree.kind) {
    case 'predicate':
      return tree.values.join();
    case 'opaque':
      return '?';
    case 'not':
      return `!${shape(tree.of)}`;
    default:
      return `(${tree.of.map(shape).join(tree.kind === 'all' ? ' & ' : ' | ')})`;
  }
}

describe('a condition', () => {
  test.each([
    ['a', 'a'],
    ['a and b', '(a & b)'],
    ['a or b and not filter_x', '(a | (b & !filter_x))'],
    ['(a or b) and not filter_x', '((a | b) & !filter_x)'],
    ['A AND b', '(? & b)'],
    ['a AND NOT b', '(a & !b)'],
    ['1 of selection_*', '(selection_1 | selection_2)'],
    ['any of selection_*', '(selection_1 | selection_2)'],
    ['all of selection_*', '(selection_1 & selection_2)'],
    ['2 of selection_*', '(selection_1 & selection_2)'],
    ['1 of them', '(a | b | selection_1 | selection_2 | filter_x)'],
    ['a and not 1 of filter_*', '(a & !(filter_x))'],
    ['a | count() by User > 5', 'a'],
    ['nobody', '?'],
    ['1 of nobody*', '?'],
    ['(a', '?'],
    ['a b', '?'],
    ['', '?'],
    ['and', '?'],
  ])('%s', (condition, expected) => {
    expect(shape(readCondition(condition, searches))).toBe(expected);
  });
});

test('reads any text in time in step with its length', () => {
  const word = fc.constantFrom(
    '(',
    ')',
    'not',
    'and',
    'or',
    '1 of',
    'all of',
    'them',
    'a',
    '*',
    's*e*c*',
    '|',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 400 }), (words) => {
      expect(() => readCondition(words.join(' '), searches)).not.toThrow();
    }),
  );
  for (const text of [
    '('.repeat(100_000),
    'not '.repeat(100_000),
    `1 of ${'*'.repeat(100_000)}`,
    'a and '.repeat(50_000),
  ]) {
    expect(() => readCondition(text, searches)).not.toThrow();
  }
});
