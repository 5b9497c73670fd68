import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { textReporter } from '../../src/review/reporters/text.ts';
import { FULL_REVIEW } from './full-review.ts';
import { hostileReview } from './hostile-review.ts';
import { aReview } from './review-builder.ts';

test('a review with something in every section, as text', async () => {
  await expect(textReporter.report(FULL_REVIEW, { color: false })).toMatchFileSnapshot(
    '__snapshots__/full-review.txt',
  );
});

test('where nothing changes, the verdict says so and only what was compared follows', () => {
  expect(textReporter.report(aReview(), { color: false })).toBe(`Nothing changes
Enterprise: 41 of 691 techniques in scope covered, as before

Base: main (1a2b3c4, 2026-04-02).
Head: kerberos (9f8e7d6, 2026-05-01).
Windows of both are counted back from 2026-05-01.
A parent is as covered as its sub-techniques; a parent’s rule covers none of them.
Coverbook 0.1.0, ATT&CK Enterprise 19.1.
`);
});

test('colours are all that a terminal gets more', () => {
  const colored = textReporter.report(FULL_REVIEW, { color: true });
  expect(colored).not.toBe(textReporter.report(FULL_REVIEW, { color: false }));
  expect(stripVTControlCharacters(colored)).toBe(textReporter.report(FULL_REVIEW, { color: false }));
});

test('hostile text moves no cursor, turns no reading direction, and is no command to a runner', () => {
  const report = textReporter.report(hostileReview(), { color: false });
  expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/);
  expect(report).not.toMatch(/^\s*::|##\[/m);
});
