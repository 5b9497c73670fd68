import { extname } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { useBrowser } from './browser.ts';

const { url } = inject('site');
const { open, openOwn } = useBrowser();
const WIDE = { viewport: { width: 1440, height: 900 } };
const KINDS = {
  home: '',
  matrix: 'matrix/enterprise/',
  technique: 'techniques/T1059/001/',
  detections: 'detections/',
  detection: 'detections/team/defender-protection-disabled/',
  playbook: 'playbooks/lsass-handles-and-drivers/',
  gaps: 'gaps/',
};

// One page for all: the script and the route that are put into it stay.
let page: Page;
const late = new Set<string>();
beforeAll(async () => {
  page = await openOwn(WIDE);
  await page.addInitScript(() => {
    const seen: { value: number; what: string }[] = [];
    Object.assign(window, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources = [] } = entry as PerformanceEntry & {
          value: number;
          sources?: { node?: Element }[];
        };
        seen.push({ value, what: sources.map(({ node }) => node?.nodeName).join(' ') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // After the first paint: what a script shows needs its room before.
  await page.route(/\.(?:js|woff2)$/, async (route) => {
    late.add(extname(new URL(route.request().url()).pathname));
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
});

describe.each(Object.entries(KINDS))('the page: %s', (_, path) => {
  test('does not shift, though its fonts and scripts arrive late', async () => {
    late.clear();
    await page.goto(url + path, { waitUntil: 'networkidle' });
    const shifts = await page.evaluate(
      () => (window as unknown as { shifts: { value: number; what: string }[] }).shifts,
    );
    expect([...late].toSorted()).toEqual(['.js', '.woff2']);
    // Google calls 0.1 good; a stand-in font of the same measures leaves next to nothing.
    expect(
      shifts.reduce((sum, { value }) => sum + value, 0),
      JSON.stringify(shifts),
    ).toBeLessThan(0.02);
  });

  test('reads at 200 % zoom without scrolling sideways or moving, with one of each landmark', async () => {
    const page = await open(url + path, { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
    const { content, window, ...motion } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
      animations: document.getAnimations().length,
      scroll: getComputedStyle(document.documentElement).scrollBehavior,
    }));
    const landmarks = {
      banner: await page.getByRole('banner').count(),
      main: await page.getByRole('main').count(),
      footer: await page.getByRole('contentinfo').count(),
      heading: await page.getByRole('heading', { level: 1 }).count(),
    };
    expect(content).toBeLessThanOrEqual(window);
    expect(motion).toEqual({ animations: 0, scroll: 'auto' });
    expect(landmarks).toEqual({ banner: 1, main: 1, footer: 1, heading: 1 });
  });
});

test('the first stop for the Tab key skips to the content', async () => {
  const page = await open(`${url}techniques/T1059/001/`, WIDE);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Skip to content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('a cell of the matrix says technique, level and score to a screen reader', async () => {
  const page = await open(`${url}matrix/enterprise/`, WIDE);
  const cell = page.locator('[data-matrix] a[href$="/techniques/T1685/"]').first();
  expect(await cell.ariaSnapshot()).toMatch(/link "T1685[^"]*proven[^"]*67[^"]*Disable or Modify Tools"/i);
});

test('a level is in the accessibility tree as a word, not as a colour', async () => {
  const page = await open(`${url}techniques/T1003/001/`, WIDE);
  const tree = await page.getByRole('main').ariaSnapshot();
  expect(tree).toContain('Proven');
  expect(tree).toMatch(/heading "[^"]*LSASS Memory" \[level=1\]/);
});
