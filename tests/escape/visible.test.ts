import { expect, test } from 'vitest';
import { visible } from '../../src/escape/visible.ts';

test.each([
  ['a line feed', 'a\nb', 'a\\u{a}b'],
  ['a terminal escape', '\u001b[31mred', '\\u{1b}[31mred'],
  ['a C1 control', '\u009b2J', '\\u{9b}2J'],
  ['a change of reading direction', 'a\u202eb', 'a\\u{202e}b'],
  ['a byte order mark', '\ufeffa', '\\u{feff}a'],
])('%s is shown, not done', (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('letters, quotes and emoji of several parts stay as they are', () => {
  const text = 'Zugriff auf „lsass“ – détecté 👩‍💻';
  expect(visible(text)).toBe(text);
});
