import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { htmlReporter } from '../../src/review/reporters/html.ts';
import type { Review } from '../../src/review/review.ts';
import { FULL_REVIEW } from './full-review.ts';
import { readablePage } from './readable-page.ts';
import { aReview } from './review-builder.ts';

const report = (review: Review): string => htmlReporter.report(review, { color: false });

test('a review with something of everything is a page', async () => {
  await expect(readablePage(report(FULL_REVIEW))).toMatchFileSnapshot('__snapshots__/full-review.html');
});

test('a review of nothing is a verdict and a foot', () => {
  const html = report(aReview());
  expect(html).toContain('<p class="verdict"><span>Nothing changes</span></p>');
  expect(html).not.toContain('<section');
  expect(html).not.toContain('<nav');
});

test('the page allows its own style sheet, by its hash, and nothing else', () => {
  const html = report(FULL_REVIEW);
  const [, css = ''] = /<style>([\s\S]*)<\/style>/.exec(html) ?? [];
  const hash = createHash('sha256').update(css).digest('base64');
  expect(html.replaceAll('&#x27;', "'")).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
  );
  expect(css).toContain('--proven-mark');
});

test('the page loads nothing', () => {
  expect(report(FULL_REVIEW)).not.toMatch(
    /\s(?:src|srcset|style|on\w+)=|<(?:script|link|img|iframe)\b|@import|url\(/,
  );
});

test('a cause leads to the change it names, further down', () => {
  const html = report(FULL_REVIEW);
  const [, anchor = ''] = /href="#([\w-]+)">removed “LSASS dump”/.exec(html) ?? [];
  expect(html).toMatch(new RegExp(`<li data-kind="removed" id="${anchor}">.*?<h3>LSASS dump</h3>`));
});

test('what came and what went is marked by elements, and said in words', () => {
  const html = report(FULL_REVIEW);
  expect(html).toContain('<del><span class="visually-hidden"> removed: </span>many');
  expect(html).toContain('<ins><span class="visually-hidden"> added: </span>a few privileged');
});
