import { expect, test } from 'vitest';
import { COMMENT_MARKER } from '../../src/review/comment.ts';
import { markdownReporter, MOST_CHARACTERS } from '../../src/review/reporters/markdown.ts';
import type { Review } from '../../src/review/review.ts';
import { FULL_REVIEW } from './full-review.ts';
import { hugeReview } from './huge-review.ts';
import { aReview } from './review-builder.ts';

const report = (review: Review): string => markdownReporter.report(review, { color: false });

test('a review with something of everything reads as a comment', async () => {
  await expect(report(FULL_REVIEW)).toMatchFileSnapshot('__snapshots__/full-review.md');
});

test('a review of nothing is a verdict and a foot', async () => {
  await expect(report(aReview())).toMatchFileSnapshot('__snapshots__/nothing.md');
});

test('where no site and no host is known, nothing is a link', () => {
  const bare = JSON.parse(
    JSON.stringify(FULL_REVIEW, (key, value: unknown) =>
      key === 'permalink' || key === 'site' ? undefined : value,
    ),
  ) as Review;
  expect(report(bare)).not.toMatch(/\]\(|https?:/);
});

test('only addresses of the web are links', () => {
  const [rule] = FULL_REVIEW.rules;
  const item = { ...rule!.item, permalink: 'javascript:alert(1)' };
  expect(report(aReview({ rules: [{ ...rule!, item }] }))).not.toContain('javascript');
});

test('a comment on a change of 3,000 files stays short, and keeps its verdict and every loss', () => {
  const review = hugeReview({ files: 3000, lost: 60 });
  const comment = report(review);
  expect(comment.length).toBeLessThanOrEqual(MOST_CHARACTERS);
  // It drops no more than it must.
  expect(comment.length).toBeGreaterThan(MOST_CHARACTERS * 0.95);
  expect(comment.startsWith(`${COMMENT_MARKER}\n`)).toBe(true);
  expect(comment).toContain(`## Coverage review: ${review.verdict}\n`);
  for (const { technique } of review.lost) expect(comment).toContain(`| **lost** | [${technique} `);
  expect(comment).toContain('<summary><b>Rules (3000)</b></summary>');
  expect(comment).toMatch(/And \d+ rules more, not listed here for want of room\./);
  expect(comment).toContain('2000 findings, not listed here for want of room.');
  expect(comment).toContain(
    'All of it: `coverbook review --base 1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d --head 9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c`',
  );
  expect(comment).toContain('Coverbook 0.1.0, ATT&amp;CK Enterprise 19.1.');
});

test('when losses alone are too many, the first of them stay, and all are counted', () => {
  const comment = report(hugeReview({ files: 3000, lost: 690 }));
  expect(comment.length).toBeLessThanOrEqual(MOST_CHARACTERS);
  expect(comment).toContain('### Coverage lost (690)');
  expect(comment).toMatch(/And \d+ techniques more/);
  expect(comment).toContain('3000 rules, not listed here for want of room.');
});
