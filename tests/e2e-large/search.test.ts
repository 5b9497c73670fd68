import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '../e2e/browser.ts';
import { eventually } from '../e2e/data-table-page.ts';

const site = inject('largeSite');
const { open } = useBrowser();
const WIDE = { viewport: { width: 1440, height: 900 } };

const results = (page: Page) => page.locator('.search-results > li');

/** How many results there are, of which twenty are shown. */
async function total(page: Page): Promise<number> {
  const words = await page.locator('.search-status').innerText();
  return Number(/([\d,]+) results?$/.exec(words)?.[1]?.replaceAll(',', ''));
}

/** The number behind a choice: `Windows (1,234)`. */
const counted = (text: string): number => Number(/\(([\d,]+)\)$/.exec(text)?.[1]?.replaceAll(',', ''));

describe.runIf(site)('the search page over SigmaHQ and Elastic', () => {
  const { url } = site ?? { url: '' };

  test('answers what is typed, twenty at a time, and marks it', async () => {
    const page = await open(`${url}search/`, WIDE);
    await page.getByRole('searchbox').fill('mimikatz');
    await page.waitForURL(/\?q=mimikatz$/);
    await eventually(() => results(page).count()).toBe(20);
    expect(await total(page)).toBeGreaterThan(20);
    expect((await results(page).locator('mark').first().innerText()).toLowerCase()).toContain('mimikatz');
    const all = await total(page);
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await eventually(() => results(page).count()).toBe(Math.min(all, 40));
    await page.context().close();
  });

  test.each(['tactic', 'platform', 'source', 'level', 'actor'])(
    'the filter %s leaves as many as it says, fewer than there were, and going back undoes it',
    async (name) => {
      const page = await open(`${url}search/?q=powershell`, WIDE);
      await eventually(() => total(page)).toBeGreaterThan(100);
      const all = await total(page);
      const select = page.locator(`select[name="${name}"]`);
      const options = await select
        .locator('option')
        .evaluateAll((every: HTMLOptionElement[]) =>
          every.map(({ value, text }) => ({ value, text })).filter(({ value }) => value !== ''),
        );
      const narrow = options.find(({ text }) => counted(text) < all)!;
      await select.selectOption(narrow.value);
      await page.waitForURL((address) => address.searchParams.get(name) === narrow.value);
      await eventually(() => total(page)).toBe(counted(narrow.text));
      expect(await total(page)).toBeGreaterThan(0);
      expect(await results(page).count()).toBe(Math.min(20, counted(narrow.text)));
      await page.goBack();
      await eventually(() => total(page)).toBe(all);
      expect(await select.inputValue()).toBe('');
      await page.context().close();
    },
  );

  test('the filter by kind leaves that kind alone', async () => {
    const page = await open(`${url}search/?q=powershell`, WIDE);
    const kind = page.locator('.search-types label', { hasText: 'Detections' });
    const rules = Number((await kind.locator('b').innerText()).replaceAll(',', ''));
    await kind.click();
    await page.waitForURL(/type=detection/);
    await eventually(() => total(page)).toBe(rules);
    for (const line of await results(page).locator('.result-line').allInnerTexts())
      expect(line).toMatch(/^Detection · /);
    await page.context().close();
  });

  test('filters go together, and one button takes them off', async () => {
    const page = await open(
      `${url}search/?q=powershell&type=detection&source=sigmahq&platform=Windows`,
      WIDE,
    );
    await eventually(() => total(page)).toBeGreaterThan(50);
    const links = await results(page)
      .locator('a')
      .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href));
    for (const link of links) expect(link).toContain('/detections/sigmahq/');
    const narrowed = await total(page);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForURL(/\?q=powershell$/);
    await eventually(() => total(page)).toBeGreaterThan(narrowed);
    await page.context().close();
  });
});
