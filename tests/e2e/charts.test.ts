import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { PHONE, useBrowser } from './browser.ts';

const { url, root } = inject('site');
const { open } = useBrowser();
const DESK = { width: 1440, height: 900 };
const PAGES = ['tactics/', 'actors/', 'threats/retail-2026/', 'robustness/', 'freshness/', 'visibility/'];

describe.each(PAGES)('the charts of %s', (path) => {
  test.each([
    ['a phone', PHONE],
    ['a desk', DESK],
  ])('show one drawing each on %s, in words of ten pixels or more', async (_, viewport) => {
    const page = await open(url + path, { viewport });
    const charts = await page.locator('.chart').evaluateAll((figures) =>
      figures.map((figure) => {
        const drawings = [...figure.querySelectorAll<SVGSVGElement>('svg.drawing')].filter(
          (svg) => svg.getBoundingClientRect().width > 0,
        );
        const [svg] = drawings;
        const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 0;
        const sizes = [...(svg?.querySelectorAll('text') ?? [])].map((text) =>
          parseFloat(getComputedStyle(text).fontSize),
        );
        return { drawings: drawings.length, smallest: Math.min(...sizes) * scale };
      }),
    );
    expect(charts.length).toBeGreaterThan(0);
    for (const { drawings, smallest } of charts) {
      expect(drawings).toBe(1);
      expect(smallest).toBeGreaterThanOrEqual(10);
    }
  });

  test('carry no inline style', () => {
    const html = readFileSync(join(root, path, 'index.html'), 'utf8');
    expect(html).not.toMatch(/\sstyle="|<style/);
  });
});

test('a chart has a name, says what stands out, and opens its numbers by keyboard without JavaScript', async () => {
  const page = await open(`${url}freshness/`, { javaScriptEnabled: false });
  const chart = page.getByRole('figure', { name: 'Playbooks by the day they are due' });
  const picture = chart.getByRole('img', { name: /active playbooks overdue on/ });
  expect(await picture.count()).toBe(1);
  const link = chart.getByRole('rowheader').getByRole('link').first();
  expect(await link.isVisible()).toBe(false);
  await chart.getByText('Show the numbers').focus();
  await page.keyboard.press('Enter');
  expect(await link.isVisible()).toBe(true);
  await link.click();
  expect(page.url()).toMatch(/\/playbooks\/[^/]+\/$/);
});

test('a level has one colour in key and drawing, another one in the dark', async () => {
  const colours = async (colorScheme: 'light' | 'dark'): Promise<string[]> => {
    const page = await open(`${url}tactics/`, { viewport: DESK, colorScheme });
    const found = await page
      .locator('#enterprise')
      .evaluate((chart) => [
        getComputedStyle(chart.querySelector('.chart-key [data-level="proven"]')!).backgroundColor,
        getComputedStyle(chart.querySelector('[data-size="wide"] [data-level="proven"] rect')!).fill,
      ]);
    return found;
  };
  const [light, dark] = [await colours('light'), await colours('dark')];
  expect(light[0]).toBe(light[1]);
  expect(dark[0]).toBe(dark[1]);
  expect(light[0]).not.toBe(dark[0]);
});

test('the rows of a chart add up to what its summary says of the whole', async () => {
  const page = await open(`${url}freshness/`);
  const chart = page.getByRole('figure', { name: 'Rules by their last change' });
  const [fresh] = /^[\d,]+/.exec(await chart.locator('figcaption p').innerText()) ?? [''];
  const cells = await chart.locator('tbody tr td:nth-of-type(1)').allTextContents();
  const added = cells.reduce((sum, cell) => sum + Number(cell.replaceAll(',', '')), 0);
  expect(added).toBe(Number(fresh.replaceAll(',', '')));
  expect(added).toBeGreaterThan(0);
});
