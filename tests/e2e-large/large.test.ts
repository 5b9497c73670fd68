import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '../e2e/browser.ts';
import { siteFiles } from '../e2e/site-files.ts';

const site = inject('largeSite');
const { open } = useBrowser();
const WIDE = { viewport: { width: 1440, height: 900 } };

describe.runIf(site)('on a site of SigmaHQ and Elastic', () => {
  const { root, url } = site ?? { root: '', url: '' };
  const files = site ? siteFiles(root) : [];
  const rules = files.filter((path) => /^detections\/[^/]+\/[^/]+\/index\.html$/.test(path));

  test('every rule has a page', () => {
    expect(rules.filter((path) => path.startsWith('detections/sigmahq/')).length).toBeGreaterThan(3000);
    expect(rules.filter((path) => path.startsWith('detections/elastic/')).length).toBeGreaterThan(1500);
  });

  test('a technique page is under 100 KB of HTML', () => {
    const heavy = files
      .filter((path) => /^techniques\/T.*\.html$/.test(path))
      .map((path) => ({ path, size: statSync(join(root, path)).size }))
      .filter(({ size }) => size > 100_000);
    expect(heavy).toEqual([]);
  });

  test('the table of all rules filters, sorts and pages, and its address says so', async () => {
    const page = await open(`${url}detections/`, WIDE);
    const rows = page.locator('.data-table tbody tr');
    const file = await page.locator('.data-table').getAttribute('data-table');
    const all = (JSON.parse(readFileSync(join(root, file ?? ''), 'utf8')) as { rows: number }).rows;
    expect(all).toBeGreaterThanOrEqual(rules.length - 50);
    await page.getByRole('searchbox').first().fill('mimikatz');
    await page.waitForURL(/q=mimikatz/);
    const titles = await rows.locator('th').allInnerTexts();
    expect(titles.length).toBeGreaterThan(3);
    expect(await rows.count()).toBeLessThan(101);
    await page.getByRole('searchbox').first().fill('');
    await page.waitForURL((address) => !address.search.includes('mimikatz'));
    await page.getByRole('button', { name: /^Changed/ }).click();
    await page.waitForURL(/sort=/);
    const dates = (await rows.locator('td:last-child').allInnerTexts()).filter((text) => text !== '');
    expect(dates).toEqual(dates.toSorted());
    await page.context().close();
  });

  test('the matrix changes its view and keeps it in the address', async () => {
    const page = await open(`${url}matrix/enterprise/`, WIDE);
    await page.getByRole('radio', { name: 'Rules' }).check({ force: true });
    await page.waitForURL(/view=rules/);
    const cell = page.locator('[data-matrix] a[href$="/techniques/T1059/001/"]').first();
    const rolled = (await cell.textContent()) ?? '';
    expect(Number(/(\d+)/.exec(rolled.replace(/^\s*T?[\d.]+/, ''))?.[1])).toBeGreaterThan(50);
    await page.context().close();
  });
});
