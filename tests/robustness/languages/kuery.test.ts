import { expect, test } from 'vitest';
import { parseKuery } from '../../../src/robustness/languages/kuery.ts';
import { expected, outline } from './outline.ts';

const check = (query: string, tree: string): void => {
  expect(outline(parseKuery(query))).toBe(expected(tree));
};

test('AND binds closer than OR, in any case', () => {
  check(
    'a:x OR b:y and not c:z',
    `
    any
      a equals x
      all
        b equals y
        not
          c equals z`,
  );
});

test('values in parentheses are held against the one field', () => {
  check(
    'a:(x or "y z" or not (q and r*)) and b:s',
    `
    all
      any
        a equals x | y z
        not
          all
            a equals q
            a equals r*
      b equals s`,
  );
});

test('words side by side are one value', () => {
  check('a: some long text and b:x', 'all\n  a equals some long text\n  b equals x');
});

test('a backslash takes a sign of the language into the value', () => {
  check(String.raw`a: C\:\\Program*Files\(x86\)\\*`, String.raw`a equals C:\Program*Files(x86)\*`);
  check(
    String.raw`a: "C:\Windows\\x" and b: "say \"hi\""`,
    'all\n  a equals C:\\Windows\\x\n  b equals say "hi"',
  );
});

test('a lone star asks whether the field is there, a quoted one for the text', () => {
  check('a:* and not b : * and c:"*"', 'all\n  a exists\n  not\n    b exists\n  c equals *');
});

test('ranges and networks compare as such', () => {
  check(
    'a >= 5 and b < "2024" and c:(10.0.0.0/8 or "FE80::/10")',
    `
    all
      a greater-or-less 5
      b greater-or-less 2024
      c in-network 10.0.0.0/8 | FE80::/10`,
  );
});

test('fields of nested documents have their document before them', () => {
  check('items:{ name: x and value > 3 }', 'all\n  items.name equals x\n  items.value greater-or-less 3');
});

test('text without a field is looked for in the whole event', () => {
  check('"evil words" or mimikatz', '* keyword evil words | mimikatz');
});

test('what cannot be read is opaque', () => {
  check('a:x)', 'opaque: a query that cannot be read to its end');
  check('a:x and b:', 'all\n  a equals x\n  opaque: a value that cannot be read');
  check('a:(x or "y', 'opaque: a part that cannot be read');
  check('', 'opaque: a condition that is missing');
});
