import { expect, test } from 'vitest';
import { parseEql } from '../../../src/robustness/languages/eql.ts';
import { expected, outline } from './outline.ts';

const check = (query: string, tree: string): void => {
  expect(outline(parseEql(query))).toBe(expected(tree));
};

test('the category before `where` is a condition, and `any` is none', () => {
  check(
    'process where process.name : "a.exe"',
    `
    all
      event.category equals process
      process.name equals a.exe`,
  );
  check('any where process.name : "a.exe"', 'process.name equals a.exe');
});

test('AND binds closer than OR, NOT closer than both', () => {
  check(
    'any where a == "1" or not b == "2" and c == "3"',
    `
    any
      a equals 1
      all
        not
          b equals 2
        c equals 3`,
  );
});

test('a list of values is one condition, with wildcards kept and escapes undone', () => {
  check(
    String.raw`any where process.executable : ("?:\\Windows\\x*.exe", "b")`,
    String.raw`process.executable equals ?:\Windows\x*.exe | b`,
  );
});

test('each operator compares as it says', () => {
  check(
    `any where a in~ ("x", "y") and b like~ "*z*" and c regex~ """\\d+""" and d >= 5 and e not in ("q")`,
    String.raw`
    all
      a equals x | y
      b equals *z*
      c matches \d+
      d greater-or-less 5
      not
        e equals q`,
  );
});

test('alternatives that ask one field for a value each are one condition', () => {
  check('any where a == "x" or a == "y"', 'a equals x | y');
});

test('null and the empty text ask whether a field is there', () => {
  check(
    'any where a != null and b == null and c != ""',
    `
    all
      a exists
      not
        b exists
      c exists`,
  );
});

test('functions are the conditions they stand for', () => {
  check(
    `any where stringContains(a, "x") and startsWith~(b, "y") and endsWith(c, "z", "q") and cidrMatch(d, "10.0.0.0/8")
      and match(e, "r.*") and wildcard(f, "s*") and length(g) > 30`,
    `
    all
      a contains x
      b startswith y
      c endswith z | q
      d in-network 10.0.0.0/8
      e matches r.*
      f equals s*
      g greater-or-less 30`,
  );
});

test('a function on a field leaves the field what it is', () => {
  check('any where string(a) == "1" and substring(b, 0, 3) == "abc"', 'all\n  a equals 1\n  b equals abc');
});

test('a function that is false is an exclusion', () => {
  check('any where endsWith(a, "x") == false', 'not\n  a endswith x');
});

test('optional and quoted fields are the fields they name, and a field alone is true', () => {
  check(
    'any where ?a.b == "x" and `c-d`.e and f == true',
    'all\n  a.b equals x\n  c-d.e equals true\n  f equals true',
  );
});

test('every step of a sequence is needed, `until` and missing steps are exclusions', () => {
  check(
    `sequence by host.id with maxspan=1m
       [process where process.name : "a"] by user.id
       ![network where destination.port == 53]
       [file where file.name : "b"] with runs=3
     until [process where event.type == "end"]`,
    `
    all
      event.category equals process
      process.name equals a
      not
        all
          event.category equals network
          destination.port equals 53
      event.category equals file
      file.name equals b
      count greater-or-less 3
      not
        all
          event.category equals process
          event.type equals end`,
  );
});

test('comments are no part of it, and `filter` is', () => {
  check(
    '/* first */ any where a == "x" // then\n and b == "y" | filter c == "z" | head 5',
    'all\n  a equals x\n  b equals y\n  c equals z',
  );
});

test('what is not understood is opaque and says why, and the rest stays', () => {
  check(
    'any where a != b and c == "x" and add(d, e) > 3 and endsWith(f, g)',
    `
    all
      opaque: two fields held against each other
      c equals x
      opaque: what \`add\` gives
      opaque: two fields held against each other`,
  );
  check('any where (a + b) > 3 and c == "x"', 'all\n  opaque: a computed value\n  c equals x');
  check('any where a ~~ "x" and c == "y"', 'opaque: a query that cannot be read to its end');
  check('process', 'opaque: a query that cannot be read');
});

test('each condition keeps how it stands in the query', () => {
  const tree = parseEql('any where a : ("x", "y") and not b == 1');
  expect(tree).toEqual({
    kind: 'all',
    of: [
      { kind: 'predicate', field: 'a', comparison: 'equals', values: ['x', 'y'], written: 'a : ("x", "y")' },
      {
        kind: 'not',
        of: { kind: 'predicate', field: 'b', comparison: 'equals', values: ['1'], written: 'b == 1' },
      },
    ],
  });
});
