import { expect, test } from 'vitest';
import { inlineCode } from '../../src/site/inline-code.ts';
import { count, percent } from '../../src/site/wording.ts';

test('a share is never rounded up to all or down to nothing', () => {
  expect([percent(0, 697), percent(1, 697), percent(696, 697), percent(697, 697), percent(0, 0)]).toEqual([
    0, 1, 99, 100, 0,
  ]);
});

test('numbers of things agree with their noun and separate thousands', () => {
  expect([
    count(1, 'rule'),
    count(3757, 'rule'),
    count(0, 'piece of software', 'pieces of software'),
  ]).toEqual(['1 rule', '3,757 rules', '0 pieces of software']);
});

test('a message shows values in backticks as code and lets no markup through', () => {
  expect(inlineCode('`<b>` is "unknown" & bad')).toBe(
    '<code>&lt;b&gt;</code> is &quot;unknown&quot; &amp; bad',
  );
});
