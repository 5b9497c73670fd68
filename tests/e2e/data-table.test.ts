import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import type { TableData } from '../../src/tables/table-data.ts';
import { PHONE, useBrowser } from './browser.ts';
import { asked, eventually, ready, rows, status, titles } from './data-table-page.ts';

const { url } = inject('site');
const based = inject('basedSite');
const { open } = useBrowser();
const DESK = { width: 1440, height: 900 };

/** The demo's rules over and over, as another site would have them. */
async function withRows(page: Page, count: number): Promise<void> {
  await page.route('**/detections/rows.json', async (route) => {
    const response = await route.fetch();
    const data = (await response.json()) as TableData;
    const [title, ...others] = data.columns;
    const row = (index: number): number => index % data.rows;
    const many: TableData = {
      ...data,
      rows: count,
      columns: [
        {
          ...title!,
          known: count,
          items: Array.from({ length: count }, (_, index) => ({
            text: `${String(index).padStart(5, '0')} ${title!.items[row(index)]!.text}`,
            path: title!.items[row(index)]!.path!,
          })),
          cells: Array.from({ length: count }, (_, index) => index),
        },
        ...others.map((column) => ({
          ...column,
          cells: Array.from({ length: count }, (_, index) => column.cells[row(index)]!),
        })),
      ],
    };
    await route.fulfill({ response, json: many });
  });
}

describe('a table of rules', () => {
  test('draws by script what stands in the page', async () => {
    const page = await open(`${url}detections/`, { viewport: DESK });
    await ready(page);
    const drawn = (): Promise<string[]> =>
      rows(page).evaluateAll((lines) =>
        lines.map((line) => line.innerHTML.replaceAll(/>\s+|\s+</g, (gap) => gap.trim())),
      );
    const before = await drawn();
    await page.getByRole('button', { name: 'Rule' }).click();
    await page.waitForURL('**/?sort=-rule');
    await page.getByRole('button', { name: 'Rule' }).click();
    await page.waitForURL('**/detections/');
    await eventually(drawn).toEqual(before);
    expect(before.length).toBeGreaterThan(20);
  });

  test('filters by every word, in the address, without a step in the history', async () => {
    const page = await open(`${url}detections/`, { viewport: DESK });
    await ready(page);
    const steps = await page.evaluate(() => history.length);
    await page.getByRole('searchbox', { name: 'Words to find' }).pressSequentially('POWERSHELL started');
    await eventually(() => titles(page)).toEqual([
      'PowerShell Started With an Encoded Command by an Unusual Parent',
    ]);
    expect(await status(page)).toMatch(/^1 of \d+ rules$/);
    expect(asked(page).get('q')).toBe('POWERSHELL started');
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await page.getByRole('button', { name: 'Reset' }).click();
    await eventually(() => asked(page).size).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
  });

  test('says for each choice how many rows it would leave, and leaves as many', async () => {
    const page = await open(`${url}detections/?tested=yes`, { viewport: DESK });
    await ready(page);
    const severity = page.getByLabel('Severity');
    await eventually(() => status(page)).toMatch(/ of /);
    expect((await severity.locator('option:not([hidden])').allInnerTexts()).length).toBeGreaterThan(2);
    const option = severity.locator('option', { hasText: /^high \(/ });
    const counted = Number(/\((\d+)\)/.exec((await option.textContent()) ?? '')?.[1]);
    await severity.selectOption('high');
    await page.waitForURL('**/?tested=yes&severity=high');
    await eventually(() => rows(page).count()).toBe(counted);
    expect(counted).toBeGreaterThan(0);
    await page.goBack();
    await eventually(() => severity.inputValue()).toBe('');
    await eventually(() => rows(page).count()).toBeGreaterThan(counted);
  });

  test('sorts by keyboard, says so, and goes the other way the second time', async () => {
    const page = await open(`${url}detections/`, { viewport: DESK });
    await ready(page);
    await page.getByRole('button', { name: 'Severity' }).focus();
    await page.keyboard.press('Enter');
    const heading = page.locator('th[data-column="severity"]');
    await eventually(() => heading.getAttribute('aria-sort')).toBe('descending');
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
    await eventually(() => status(page)).toMatch(/sorted by severity, descending$/);
    expect(await rows(page).first().innerText()).toContain('critical');
    await page.keyboard.press('Enter');
    await eventually(() => heading.getAttribute('aria-sort')).toBe('ascending');
    await eventually(() => asked(page).get('sort')).toBe('severity');
    const last = await rows(page).last().innerText();
    expect(last).toContain('not stated');
  });

  test('opens as its address says', async () => {
    const page = await open(`${url}detections/?q=windows&severity=High&sort=-changed`, { viewport: DESK });
    await eventually(() => status(page)).toMatch(/^\d+ of \d+ rules, sorted by changed, descending$/);
    const dates = await rows(page).locator('td:last-child').allInnerTexts();
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(await page.getByLabel('Severity').inputValue()).toBe('high');
  });

  test('saves what is shown as CSV with the address of each page', async () => {
    const page = await open(`${based.url}detections/?tested=yes&sort=-rule`, { viewport: DESK });
    await ready(page);
    await eventually(() => status(page)).toMatch(/ of /);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('detections.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength((await rows(page).count()) + 1);
    expect(lines[0]).toBe(
      '"Rule","Source","Counts","Log source","Techniques","Severity","Status","Robustness","Tested","Changed","Platform","Tactic","Page"',
    );
    expect(lines[1]).toContain(`,"${based.url}detections/team/`);
  });

  test('shows its rows and the way to all without JavaScript, and no control that does nothing', async () => {
    const page = await open(`${url}detections/`, { javaScriptEnabled: false, viewport: DESK });
    expect(await rows(page).count()).toBeGreaterThan(20);
    expect(await page.locator('.table-controls').isVisible()).toBe(false);
    expect(await page.locator('.data-table thead button').count()).toBe(0);
    await page.getByRole('main').getByRole('link', { name: 'library', exact: true }).click();
    await page.waitForURL('**/detections/library/');
  });

  test('does not move when its script runs', async () => {
    const place = async (javaScriptEnabled: boolean): Promise<number> => {
      const page = await open(`${url}logs/windows-process-creation/`, { javaScriptEnabled, viewport: DESK });
      if (javaScriptEnabled) await ready(page);
      // Without scripts the controls are gone; their place is what the page keeps while the script is on its way.
      const top = await page.evaluate(
        () => document.querySelector('thead')?.getBoundingClientRect().top ?? 0,
      );
      return top;
    };
    const page = await open('about:blank', { viewport: DESK });
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${url}logs/windows-process-creation/`);
    const waiting = await page.evaluate(
      () => document.querySelector('thead')?.getBoundingClientRect().top ?? 0,
    );
    expect(await place(true)).toBe(waiting);
  });

  test('says when its rows cannot be had', async () => {
    const page = await open('about:blank', { viewport: DESK });
    await page.route('**/rows.json', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${url}detections/?tested=no`);
    await eventually(() => status(page)).toMatch(/^The rows could not be loaded/);
  });

  test('hides its choices on a phone until they are asked for', async () => {
    const page = await open(`${url}detections/`, { viewport: PHONE });
    await ready(page);
    expect(await page.getByLabel('Severity').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Choose' }).click();
    await page.getByLabel('Severity').selectOption('high');
    await page.getByRole('button', { name: 'Choose (1)', expanded: true }).waitFor();
  });
});

describe('ten thousand rows', () => {
  test('are filtered, counted, sorted and paged', async () => {
    const page = await open('about:blank', { viewport: DESK });
    await withRows(page, 10_000);
    await page.goto(`${url}detections/?sort=-rule`);
    await eventually(() => status(page)).toBe('10,000 rules, sorted by rule, descending');
    expect(await rows(page).count()).toBe(100);
    expect((await titles(page))[0]).toMatch(/^09999 /);

    await page.getByRole('searchbox', { name: 'Words to find' }).fill('012');
    await eventually(() => status(page)).toMatch(/^(1\d\d) of 10,000 rules/);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.waitForURL('**/*page=2');
    await eventually(() => page.locator('[data-where]').innerText()).toMatch(/^101–\d+ of \d+$/);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('table-scroll');
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);

    await page.goBack();
    await eventually(() => page.locator('[data-where]').innerText()).toMatch(/^1–100 of /);
    await page.getByRole('searchbox', { name: 'Words to find' }).fill('');
    await page.getByLabel('Tested').selectOption('yes');
    await eventually(() => status(page)).toMatch(/^1,\d{3} of 10,000 rules/);
  });
});
