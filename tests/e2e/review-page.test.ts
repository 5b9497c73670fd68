import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { htmlReporter } from '../../src/review/reporters/html.ts';
import type { Review } from '../../src/review/review.ts';
import { FULL_REVIEW } from '../review/full-review.ts';
import { hostileReview } from '../review/hostile-review.ts';
import { axeFindings } from './axe.ts';
import { PHONE, useBrowser } from './browser.ts';

const VIEWS = {
  'in the light theme': { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  'in the dark theme at 320 px': { colorScheme: 'dark', viewport: PHONE },
} as const;

const folder = mkdtempSync(join(tmpdir(), 'coverbook-review-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const { open } = useBrowser();

/** Address of the page of a review, as somebody opens it out of an artifact. */
function written(review: Review, name: string): string {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, htmlReporter.report(review, { color: false }));
  return pathToFileURL(file).href;
}

describe.each(Object.entries(VIEWS))('the page of a review %s', (_, view) => {
  test('has nothing axe finds', async () => {
    const page = await open(written(FULL_REVIEW, 'full'), view);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('is as wide as the window, whatever it quotes, and quoted markup does nothing', async () => {
    const page = await open('about:blank', view);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('dialog', (dialog) => said.push(dialog.message()));
    page.on('request', (request) => said.push(request.url()));
    const url = written(hostileReview(), 'hostile');
    await page.goto(url);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    const isStyled = await page.evaluate(() => getComputedStyle(document.body).display === 'flex');
    expect(said).toEqual([url]);
    expect(width).toBeLessThanOrEqual(view.viewport.width);
    expect(isStyled).toBe(true);
  });
});

test('on paper the page is light and nothing is cut off', async () => {
  const page = await open(written(FULL_REVIEW, 'printed'), { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll('pre, .words')].filter((box) => box.scrollWidth > box.clientWidth).length,
  );
  expect(scheme).toBe('light');
  expect(cut).toBe(0);
});
