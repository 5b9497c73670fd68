import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { PHONE, useBrowser } from '../e2e/browser.ts';
import { openMatrix, printed, shown } from '../e2e/matrix-page.ts';

const site = inject('largeSite');
const { open } = useBrowser();

interface LayerFile {
  techniques: { techniqueID: string; score?: number }[];
}

describe.runIf(site)('the matrix of SigmaHQ and Elastic', () => {
  const { root, url } = site ?? { root: '', url: '' };
  const matrix = `${url}matrix/enterprise/`;

  test.each([
    ['Rules', 'rules', 'rules-count', ''],
    ['Robustness', 'robustness', 'robustness', ''],
    ['Freshness', 'freshness', 'freshness', 'd'],
    ['Relevance', 'relevance', 'relevance', ''],
    ['Gaps', 'gap', 'gaps', ''],
  ])('in the view %s prints what its layer says', async (label, view, id, unit) => {
    const page = await openMatrix(open, matrix);
    await page.getByRole('radio', { name: label }).check();
    await page.waitForURL(`**/?view=${view}`);
    const layer = JSON.parse(readFileSync(join(root, `layers/enterprise-${id}.json`), 'utf8')) as LayerFile;
    const scored = layer.techniques.filter(({ score }) => score !== undefined);
    expect(scored.length).toBeGreaterThan(20);
    const [first] = scored.toSorted((a, b) => b.score! - a.score!);
    await page
      .locator('a.cell', { hasText: new RegExp(`${String(first!.score)}${unit}`) })
      .first()
      .waitFor({ state: 'attached' });
    const cells = await printed(page);
    for (const { techniqueID, score } of scored)
      expect(cells[techniqueID], techniqueID).toBe(`${score}${unit}`);
    await page.context().close();
  });

  test('narrows by platform, source and level, and says to how many', async () => {
    const page = await openMatrix(open, matrix);
    const all = Object.keys(await printed(page)).length;
    let before = all;
    for (const [name, value] of [
      ['platform', 'Windows'],
      ['source', 'elastic'],
      ['level', 'claimed'],
    ] as const) {
      await page.selectOption(`[name="${name}"]`, value);
      await page.waitForURL((address) => address.searchParams.get(name) === value);
      await page.waitForFunction(
        (words) => document.querySelector('[data-shown]')?.textContent.includes(words),
        name,
      );
      const kept = Object.keys(await printed(page)).length;
      expect(kept).toBeGreaterThan(0);
      expect(kept, name).toBeLessThanOrEqual(before);
      expect(await shown(page)).toContain(`Showing ${kept} of`);
      before = kept;
    }
    expect(before).toBeLessThan(all);
    await page.getByRole('button', { name: 'Reset filters' }).click();
    await page.locator('a.cell[data-dim]').first().waitFor({ state: 'detached' });
    expect(Object.keys(await printed(page))).toHaveLength(all);
    await page.context().close();
  });

  test('unfolds every sub-technique, and says so in the address', async () => {
    const page = await openMatrix(open, matrix);
    await page.getByRole('button', { name: 'Unfold all' }).click();
    await page.waitForURL('**/?unfold=all');
    expect(await page.locator('[data-matrix] details:not([open])').count()).toBe(0);
    expect(await page.locator('a.cell[href$="/T1059/001/"]').first().isVisible()).toBe(true);
    await page.context().close();
  });

  test('as a table has every technique the filters leave, and sorts by rules', async () => {
    const page = await openMatrix(open, `${matrix}?level=claimed`);
    await page.getByRole('button', { name: 'Table' }).click();
    const rows = page.locator('[data-table] tbody tr');
    await page.waitForURL(/as=table/);
    expect(await shown(page)).toContain(`Showing ${await rows.count()} of`);
    await page.getByRole('button', { name: 'Rules', exact: true }).click();
    await page.waitForURL(/sort=-rules/);
    const column = await page
      .locator('[data-table] th[aria-sort="descending"]')
      .evaluate((heading: HTMLTableCellElement) => heading.cellIndex);
    const numbers = (await rows.locator(`:nth-child(${column + 1})`).allInnerTexts()).map(Number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers[0]).toBeGreaterThan(50);
    await page.context().close();
  });

  test('is walked by arrow keys, unfolded by plus, and left by Enter', async () => {
    const page = await openMatrix(open, matrix);
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
    await page.locator('[data-matrix] [data-stop]').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Resource Development');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('+');
    expect(await page.locator('[data-matrix] details[open]').count()).toBe(1);
    expect(await focused()).toContain('Active Scanning');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/techniques/T1595/');
    await page.context().close();
  });

  test('at 320 px is a list one column wide that filters', async () => {
    const page = await openMatrix(open, matrix, { viewport: PHONE });
    const lefts = await page
      .locator('.matrix-column > ul > li > a')
      .evaluateAll((cells) => [
        ...new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().left))),
      ]);
    expect(lefts).toHaveLength(1);
    await page.getByRole('button', { name: 'View and filters' }).click();
    await page.selectOption('[name="level"]', 'claimed');
    await page.waitForURL('**/?level=claimed');
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>('a.cell[data-dim]')?.offsetParent === null,
    );
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    await page.context().close();
  });
});
