import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REVIEW_REPORTERS } from '../../src/review/reporters.ts';
import { FULL_REVIEW } from './full-review.ts';
import { hostileReview } from './hostile-review.ts';
import { aReview } from './review-builder.ts';

test('the documentation names every format once, and no other', () => {
  const page = readFileSync(new URL('../../content/docs/reviewing-changes.mdx', import.meta.url), 'utf8');
  const [, table = ''] = /\| Format \|[^\n]*\n\| ---[^\n]*\n((?:\|[^\n]*\n)+)/.exec(page) ?? [];
  const named = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, id]) => id);
  expect(named.sort()).toEqual(REVIEW_REPORTERS.map(({ id }) => id).sort());
});

test.each(REVIEW_REPORTERS.map((reporter) => [reporter.id, reporter] as const))(
  '%s ends in one line feed, says the same twice, and changes nothing',
  (_, reporter) => {
    for (const review of [FULL_REVIEW, hostileReview(), aReview()]) {
      const before = JSON.stringify(review);
      const report = reporter.report(review, { color: false });
      expect(report).toMatch(/[^\n]\n$/);
      expect(reporter.report(review, { color: false })).toBe(report);
      expect(JSON.stringify(review)).toBe(before);
    }
  },
);
