import { expect, inject, test } from 'vitest';
import { PHONE, useBrowser } from './browser.ts';

const matrix = `${inject('site').url}matrix/enterprise/`;
const { open } = useBrowser();

test('the matrix is one stop for the Tab key', async () => {
  const page = await open(matrix, { viewport: { width: 1440, height: 900 } });
  expect(await page.locator('[data-matrix] [data-stop][tabindex="0"]').count()).toBe(1);
  expect(await page.locator('[data-matrix] [data-stop]:not([tabindex])').count()).toBe(0);
  await page.context().close();
});

test('arrow keys move along techniques and tactics, and Enter opens the technique', async () => {
  const page = await open(matrix, { viewport: { width: 1440, height: 900 } });
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
  await page.locator('[data-matrix] [data-stop]').first().focus();
  expect(await focused()).toBe('Reconnaissance');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('Resource Development');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain('Active Scanning');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/techniques/T1595/');
  await page.context().close();
});

test('sub-techniques unfold by keyboard and can then be walked', async () => {
  const page = await open(matrix, { viewport: { width: 1440, height: 900 } });
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
  await page.locator('[data-matrix] [data-stop]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain('Scanning IP Blocks');
  await page.keyboard.press('Home');
  expect(await focused()).toBe('Reconnaissance');
  await page.context().close();
});

test('the whole matrix is there without JavaScript, with level and score in words', async () => {
  const page = await open(matrix, { javaScriptEnabled: false });
  expect(await page.locator('.matrix-column').count()).toBe(15);
  const powershell = page.locator('a.cell[href$="/T1059/001/"]').first();
  expect((await powershell.textContent())?.replaceAll(/\s+/g, ' ')).toMatch(
    /\.001proven, score \d+\s*PowerShell/,
  );
  await page.context().close();
});

test('at 320 px the matrix is a list one column wide', async () => {
  const page = await open(matrix, { viewport: PHONE });
  const lefts = await page
    .locator('.matrix-column > ul > li > a')
    .evaluateAll((cells) => [...new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().left)))]);
  expect(lefts).toHaveLength(1);
  await page.context().close();
});

test('printed, the matrix takes one landscape page', async () => {
  const page = await open(matrix);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page[^s]/g) ?? [];
  expect(pages).toHaveLength(1);
  await page.context().close();
});
