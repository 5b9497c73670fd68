import { expect, test } from 'vitest';
import { yaraLTokens } from '../../src/detections/formats/yara-l-lexer.ts';
import { yaraLRules } from '../../src/detections/formats/yara-l-rules.ts';

function tokens(text: string): string[] {
  return [...yaraLTokens(text)].map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

test.for([
  ['$e.a.b = "x" nocase', ['word $e.a.b', 'mark =', 'string "x"', 'word nocase']],
  ['#e >= 5m', ['word #e', 'mark >', 'mark =', 'number 5m']],
  [String.raw`a = "C:\\b\"c" // "d"`, ['word a', 'mark =', String.raw`string "C:\\b\"c"`]],
  ['u = "https://x/*y*/" b', ['word u', 'mark =', 'string "https://x/*y*/"', 'word b']],
  ['f($x, `\\` )', ['word f', 'mark (', 'word $x', 'mark ,', 'string `\\`', 'mark )']],
  ['/* a "b */ c // d\ne', ['word c', 'word e']],
  // A regular expression stands where a value is expected, a division where an operator is.
  [String.raw`$a = /^x\/"y$/ nocase`, ['word $a', 'mark =', String.raw`regex /^x\/"y$/`, 'word nocase']],
  ['re.regex($a, /b"c/)', ['word re.regex', 'mark (', 'word $a', 'mark ,', 'regex /b"c/', 'mark )']],
  ['not /a/ or /b/', ['word not', 'regex /a/', 'word or', 'regex /b/']],
  ['$a / 2 / $b', ['word $a', 'mark /', 'number 2', 'mark /', 'word $b']],
  [
    'sum($a) / 10 > 2 / 1',
    [
      'word sum',
      'mark (',
      'word $a',
      'mark )',
      'mark /',
      'number 10',
      'mark >',
      'number 2',
      'mark /',
      'number 1',
    ],
  ],
  // What is left open ends with its line.
  ['"a\nb', ['string "a', 'word b']],
  ['`a\nb', ['string `a', 'word b']],
  ['= /a\nb', ['mark =', 'mark /', 'word a', 'word b']],
  ['a /* b', ['word a']],
  ['', []],
] as const)('%j', ([text, expected]) => {
  expect(tokens(text)).toEqual(expected);
});

test('words that look like sections or rules count only where they stand as such', () => {
  const [rule, ...more] = yaraLRules(`rule one {
  meta:
    description = "rule two { events: condition: }"
  events: // condition:
    $e.events = "meta:" /* outcome: */
    $rule = /rule x { match:/
    options = { condition: 1 }
  condition : $e
}`);
  expect(more).toEqual([]);
  expect(rule?.name).toBe('one');
  expect([...(rule?.sections.keys() ?? [])]).toEqual(['meta', 'events', 'condition']);
  expect(rule?.meta).toMatchObject([{ key: 'description', value: 'rule two { events: condition: }' }]);
});

test('escapes are resolved in quotes and kept between backquotes', () => {
  const [rule] = yaraLRules(
    String.raw`rule a { meta: x = "\"C:\\y\"\tz" y = ${'`C:\\y`'} n = 7 b = true e = "" events: condition: }`,
  );
  expect(rule?.meta.map(({ key, value, isVerbatim }) => [key, value, isVerbatim])).toEqual([
    ['x', '"C:\\y"\tz', false],
    ['y', 'C:\\y', true],
    ['n', '7', true],
    ['b', 'true', true],
    ['e', '', true],
  ]);
});

test('a rule that is not closed ends where the next begins', () => {
  const text = 'rule a { events: $e\nrule b { events: $f condition: $f }';
  expect(yaraLRules(text).map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
    ['a', 'rule a { events: $e\n'],
    ['b', 'rule b { events: $f condition: $f }'],
  ]);
});

const MEGABYTE = 1_000_000;

test.for([
  ['quotes', '"'],
  ['backquotes', '`'],
  ['backquotes, a line each', '`\n'],
  ['slashes behind backslashes', '\\/'],
  ['divisions', 'a / '],
  ['comments that are never closed', '/* '],
  ['braces', '{'],
  ['colons', ':'],
  ['rules that are never closed', 'rule a{events: '],
  ['rules', 'rule a{meta:x="y"events:z condition:z}'],
] as const)('a megabyte of %s is looked through in an instant', ([, piece]) => {
  const text = `rule a { events: $e = ${piece.repeat(MEGABYTE / piece.length)}`;
  expect(yaraLRules(text).length).toBeGreaterThan(0);
});
