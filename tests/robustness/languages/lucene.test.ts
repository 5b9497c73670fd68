import { expect, test } from 'vitest';
import { parseLucene } from '../../../src/robustness/languages/lucene.ts';
import { expected, outline } from './outline.ts';

const check = (query: string, tree: string): void => {
  expect(outline(parseLucene(query))).toBe(expected(tree));
};

test('words join in capitals only, and stand for alternatives side by side', () => {
  check('a:x AND b:y', 'all\n  a equals x\n  b equals y');
  check('a:x b:y', 'any\n  a equals x\n  b equals y');
  check('a:x && (b:y || !c:z)', 'all\n  a equals x\n  any\n    b equals y\n    not\n      c equals z');
});

test('what a sign excludes is no alternative', () => {
  check('+a:x -b:y', 'all\n  a equals x\n  not\n    b equals y');
  check('a:x NOT b:y', 'all\n  a equals x\n  not\n    b equals y');
});

test('values are words, phrases, patterns, ranges, networks and groups of them', () => {
  check(
    String.raw`a:(x OR "y z") AND b:/c[0-9]+/ AND d:[1 TO 5] AND e:>=3 AND f:10.0.0.0/8 AND g:C\:\\x*`,
    String.raw`
    all
      a equals x | y z
      b matches c[0-9]+
      d greater-or-less 1 | 5
      e greater-or-less 3
      f in-network 10.0.0.0/8
      g equals C:\x*`,
  );
});

test('a field is there by `_exists_` or a star', () => {
  check('_exists_:a AND b:*', 'all\n  a exists\n  b exists');
});

test('weights and forgiveness change nothing of what is asked', () => {
  check('"evil words"~3 AND a:x^2', 'all\n  * keyword evil words\n  a equals x');
});

test('what cannot be read is opaque', () => {
  check('a:x)', 'opaque: a query that cannot be read to its end');
  check('a:"x', 'opaque: a condition that cannot be read');
});
