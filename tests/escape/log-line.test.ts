import { expect, test } from 'vitest';
import { logLine } from '../../src/escape/log-line.ts';

test.each([
  ['a command at its beginning', '::error::a', ':\\u{3a}error::a'],
  ['the same behind blanks, which the runner skips', '  ::add-mask::a', '  :\\u{3a}add-mask::a'],
  ['the older form, anywhere', 'a ##[group]b', 'a #\\u{23}[group]b'],
  ['a second line', 'a\n::error::b', 'a\\u{a}::error::b'],
])('%s is shown, not done', (_, text, shown) => {
  expect(logLine(text)).toBe(shown);
});

test('two colons in the middle of a line are no command', () => {
  expect(logLine('fe80::1 and ## heading')).toBe('fe80::1 and ## heading');
});
