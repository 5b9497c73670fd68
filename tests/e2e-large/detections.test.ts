import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { TableData } from '../../src/tables/table-data.ts';
import { useBrowser } from '../e2e/browser.ts';
import { asked, eventually, ready, rows, status, titles } from '../e2e/data-table-page.ts';

const site = inject('largeSite');
const { open } = useBrowser();
const WIDE = { viewport: { width: 1440, height: 900 } };

describe.runIf(site)('the rules of SigmaHQ and Elastic', () => {
  const { root, url } = site ?? { root: '', url: '' };
  const table = `${url}detections/`;

  test('are all in the table, a hundred to a page', async () => {
    const { rows: all } = JSON.parse(readFileSync(join(root, 'detections/rows.json'), 'utf8')) as TableData;
    expect(all).toBeGreaterThan(5000);
    const page = await open(table, WIDE);
    await ready(page);
    const where = page.locator('[data-where]');
    const first = await titles(page);
    await page.getByRole('button', { name: 'Next' }).click();
    await eventually(() => where.innerText()).toBe(`101–200 of ${all.toLocaleString('en')}`);
    expect(asked(page).get('page')).toBe('2');
    const second = await titles(page);
    expect(second).toHaveLength(100);
    expect(second.filter((title) => first.includes(title)).length).toBeLessThan(5);
    await page.getByRole('button', { name: 'Previous' }).click();
    await eventually(() => titles(page)).toEqual(first);
    await page.goto(`${table}?page=9999`);
    await eventually(() => page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    expect(await where.innerText()).toMatch(new RegExp(`–${all.toLocaleString('en')} of`));
    await page.context().close();
  });

  test('are found by words, in the address', async () => {
    const page = await open(table, WIDE);
    await ready(page);
    await page.getByRole('searchbox').first().fill('mimikatz');
    await eventually(() => status(page)).toMatch(/^\d{1,2} of 5,\d{3} rules$/);
    expect(asked(page).get('q')).toBe('mimikatz');
    expect(await rows(page).count()).toBe(Number(/^\d+/.exec(await status(page))?.[0]));
    for (const title of await titles(page)) expect(title).toMatch(/mimikatz/i);
    await page.getByRole('searchbox').first().fill('');
    await eventually(() => status(page)).toMatch(/^5,\d{3} rules/);
    expect(asked(page).has('q')).toBe(false);
    await page.context().close();
  });

  test('sort by the day of their change, the newest first and then the oldest', async () => {
    const page = await open(table, WIDE);
    await ready(page);
    const dates = (): Promise<string[]> => rows(page).locator('td:last-child').allInnerTexts();
    await page.getByRole('button', { name: 'Changed' }).click();
    await eventually(() => status(page)).toMatch(/sorted by changed, descending$/);
    const newest = await dates();
    expect(newest).toHaveLength(100);
    for (const date of newest) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(newest).toEqual(newest.toSorted().toReversed());
    expect(asked(page).get('sort')).toBe('-changed');
    await page.getByRole('button', { name: 'Changed' }).click();
    await eventually(() => status(page)).toMatch(/sorted by changed, ascending$/);
    const oldest = await dates();
    expect(oldest).toEqual(oldest.toSorted());
    expect(oldest.at(-1)! < newest.at(-1)!).toBe(true);
    await page.context().close();
  });

  test.each(['source', 'counts', 'log', 'severity', 'status', 'robustness', 'platform', 'tactic'])(
    'the choice %s leaves as many as it says',
    async (name) => {
      const page = await open(table, WIDE);
      await ready(page);
      const select = page.locator(`.table-facets select[name="${name}"]`);
      const option = select.locator('option:not([value=""])').nth(1);
      const value = (await option.getAttribute('value'))!;
      const said = /\(([\d,]+)\)$/.exec((await option.textContent()) ?? '')?.[1];
      await select.selectOption(value);
      await page.waitForURL((address) => address.searchParams.get(name) === value);
      await eventually(() => status(page)).toMatch(new RegExp(`^${said ?? '-'} of 5,\\d{3} rules`));
      await page.context().close();
    },
  );

  test('have pages that copy their address, their id and their source', async () => {
    const rule = `${table}sigmahq/proc-access-win-lsass-dump-comsvcs-dll/`;
    const page = await open(`${rule}?x=1#source`, {
      ...WIDE,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy link' }).click();
    await eventually(copied).toBe(rule);
    await page.getByRole('button', { name: 'Copy rule id' }).click();
    await eventually(copied).toBe('a49fa4d5-11db-418c-8473-1e014a8dd462');
    await page.getByRole('button', { name: 'Copy source' }).click();
    await eventually(copied).toMatch(/^title: Lsass Memory Dump[^]*\n {4}selection:\n/);
    await page.context().close();
  });
});
