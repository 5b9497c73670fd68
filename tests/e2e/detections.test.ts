import { describe, expect, inject, test } from 'vitest';
import { PHONE, useBrowser } from './browser.ts';
import { eventually } from './data-table-page.ts';

const { url } = inject('site');
const { open } = useBrowser();
const rule = `${url}detections/team/powershell-encoded-command/`;

describe('the page of a rule', () => {
  test('leads from what decides its robustness to the marked lines', async () => {
    const page = await open(rule, { javaScriptEnabled: false });
    const link = page.locator('#robustness tbody tr').first().getByRole('link');
    const line = Number(/line (\d+)/.exec(await link.innerText())?.[1]);
    await link.click();
    const mark = page.locator('.source mark[data-number="1"]');
    expect(await mark.getAttribute('id')).toBe('deciding-1');
    const text = await page.locator('#source-text').innerText();
    const written = await page.locator('#robustness tbody th code').first().innerText();
    const field = /^[\w|]+/.exec(written)?.[0] ?? '-';
    expect(text.split('\n')[line - 1]).toContain(field);
    expect(await page.locator('.source mark').allInnerTexts()).toContain(`${field}:`);
  });

  test('copies its address, its id and its source without what the page adds', async () => {
    const page = await open(`${rule}?x=1#source`, { permissions: ['clipboard-read', 'clipboard-write'] });
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy link' }).click();
    await eventually(copied).toBe(rule);
    await page.getByRole('button', { name: 'Copy rule id' }).click();
    await eventually(copied).toMatch(/^[\da-f-]{36}$/);
    await page.getByRole('button', { name: 'Copy source' }).click();
    await expect
      .poll(copied)
      .toMatch(/^title: PowerShell Started[^]*detection:[^]*\n {4}CommandLine\|contains:\n/);
  });

  test('lists the commits of its file', async () => {
    const page = await open(rule);
    const commits = page.locator('.commits li');
    expect(await commits.count()).toBeGreaterThan(0);
    expect(await commits.first().innerText()).toMatch(/\d{4}-\d\d-\d\d[^]*[\da-f]{8}/);
  });

  test('names other rules for its techniques, the technique with all of them, and its log source', async () => {
    const page = await open(rule);
    await page.locator('.kin h3 a').first().click();
    await page.waitForURL('**/techniques/**');
    await page.goBack();
    await page.getByRole('link', { name: 'windows · process_creation' }).first().click();
    await page.waitForURL('**/logs/windows-process-creation/');
  });

  test('keeps its source in a box of its own on a phone, in reach of the keyboard', async () => {
    const page = await open(rule, { viewport: PHONE });
    const box = page.locator('.source pre[tabindex="0"]');
    expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

describe('browsing', () => {
  test('the rules of a log source that are not tested are one click away, and as many as said', async () => {
    const page = await open(`${url}logs/windows-process-creation/`);
    const link = page.getByRole('link', { name: /^Not tested \d+$/ });
    const counted = Number(/\d+/.exec(await link.innerText())?.[0]);
    await link.click();
    await page.waitForURL('**/?tested=no');
    await eventually(() => page.locator('.table-status').innerText()).toMatch(new RegExp(`^${counted} of `));
    expect(await page.locator('.data-table tbody tr').count()).toBe(counted);
  });

  test('a platform counts the techniques of each level as its table finds them', async () => {
    const page = await open(`${url}platforms/linux/`);
    const link = page.getByRole('link', { name: /^Claimed \d+$/ });
    const counted = Number(/\d+/.exec(await link.innerText())?.[0]);
    await link.click();
    await eventually(() => page.locator('.data-table tbody tr').count()).toBe(counted);
  });

  test('rules that name no log source are found from the log sources', async () => {
    const page = await open(`${url}logs/`);
    const link = page.getByRole('link', { name: /^\d+ rules?$/ });
    const counted = Number(/\d+/.exec(await link.innerText())?.[0]);
    await link.click();
    await eventually(() => page.locator('.data-table tbody tr').count()).toBe(counted);
  });
});
