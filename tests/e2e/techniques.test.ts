import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { PHONE, useBrowser } from './browser.ts';
import { siteFiles } from './site-files.ts';

const { url, root } = inject('site');
const { open } = useBrowser();

const DESK = { viewport: { width: 1440, height: 900 } };

async function headings(page: Page): Promise<string[]> {
  const texts = await page.locator('main h2').allTextContents();
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

test('a technique’s page answers in this order: covered, by what, who uses it, what next, the facts', async () => {
  const page = await open(`${url}techniques/T1059/001/`, DESK);
  expect(await headings(page)).toEqual([
    'Are we covered?',
    'What we have',
    expect.stringMatching(/^Who uses it \d+$/),
    'What to do next',
    'Where it would show',
    expect.stringMatching(/^ATT&CK Enterprise \d/),
  ]);
});

test('where there is nothing, one line says so and what to do next follows at once', async () => {
  const path = 'techniques/T1137/003/';
  const read = await headings(await open(url + path, DESK));
  expect(read.slice(0, 3)).toEqual([
    'Are we covered?',
    'What to do next',
    expect.stringMatching(/^Who uses it/),
  ]);
  const page = await open(url + path, { ...DESK, javaScriptEnabled: false });
  expect(await page.getByText('We have nothing on T1137.003').count()).toBe(1);
  expect(await page.getByRole('heading', { name: 'No rule' }).isVisible()).toBe(true);
  expect(await page.getByText('No rule, no current playbook, no exercise result.').isVisible()).toBe(true);
});

test('on every technique’s page the points add up to the score', () => {
  const wrong: string[] = [];
  let scored = 0;
  for (const file of siteFiles(root).filter((path) => /^techniques\/T.*\.html$/.test(path))) {
    const html = readFileSync(join(root, file), 'utf8');
    const table = /<table class="score-table".*?<\/table>/s.exec(html)?.[0] ?? '';
    const numbers = [...table.matchAll(/<td class="number"[^>]*>\s*([+−]?\d+)\s*<\/td>/g)].map(
      ([, text = '']) => Number(text.replace('−', '-')),
    );
    const score = numbers.pop();
    if (score === undefined || numbers.length === 0) wrong.push(`${file}: no table`);
    else if (numbers.reduce((sum, points) => sum + points, 0) !== score) wrong.push(file);
    if (score) scored += 1;
  }
  expect(wrong).toEqual([]);
  expect(scored).toBeGreaterThan(50);
});

test('each point of a proven technique is one click from its evidence', async () => {
  const page = await open(`${url}techniques/T1059/001/`, DESK);
  const verdict = page.locator('.verdict');
  expect(await verdict.getAttribute('data-level')).toBe('proven');
  const rows = verdict.locator('tbody tr:not([data-silent])');
  expect(await rows.count()).toBeGreaterThan(3);
  expect(await rows.filter({ hasNot: page.getByRole('link') }).count()).toBe(0);
  await rows.filter({ hasText: 'Proof' }).getByRole('link').click();
  await page.waitForURL('**/exercises/**');
});

test('a failed technique names the exercise that missed it, what that costs, and what to do', async () => {
  const page = await open(`${url}techniques/T1572/`, DESK);
  const verdict = page.locator('.verdict');
  expect(await verdict.getAttribute('data-level')).toBe('failed');
  const miss = verdict.locator('tbody tr').filter({ hasText: 'newest result is a miss' });
  expect(await miss.getByRole('link').getAttribute('href')).toMatch(/^\/exercises\//);
  expect(await miss.locator('.number').innerText()).toMatch(/^−\d+$/);
  expect(await page.locator('.mend > li').first().innerText()).toContain('Missed');
});

test('a claimed technique is told to be tested, then proven', async () => {
  const page = await open(`${url}techniques/T1059/002/`, DESK);
  expect(await page.locator('.verdict').getAttribute('data-level')).toBe('claimed');
  const steps = await page.locator('.mend > li > h3').allInnerTexts();
  expect(steps.indexOf('Not tested')).toBeGreaterThanOrEqual(0);
  expect(steps.indexOf('Not proven')).toBe(steps.indexOf('Not tested') + 1);
});

test('a technique out of scope says why before anything else, and asks for nothing', async () => {
  const page = await open(`${url}techniques/T1059/012/`, DESK);
  expect(await headings(page)).not.toContain('What to do next');
  const first = page
    .locator('main')
    .getByText(/Not on our platforms|Out of scope|Accepted risk/)
    .first();
  expect(await first.isVisible()).toBe(true);
  const above = await page.evaluate(() => {
    const note = document.querySelector('.scope-note');
    const verdict = document.querySelector('.verdict');
    return note && verdict && note.getBoundingClientRect().bottom <= verdict.getBoundingClientRect().top;
  });
  expect(above).toBe(true);
});

test('parent and siblings stand above the verdict with level and score in words', async () => {
  const page = await open(`${url}techniques/T1059/001/`, DESK);
  const family = page.getByRole('navigation', { name: 'Technique and sub-techniques' });
  const links = family.getByRole('link');
  expect(await links.count()).toBeGreaterThan(10);
  expect(await links.nth(1).getAttribute('aria-current')).toBe('page');
  expect((await links.nth(1).innerText()).replaceAll(/\s+/g, ' ')).toMatch(
    /^\.001 PowerShell Proven, score 85$/,
  );
  await links.nth(0).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/techniques/T1059/002/');
});

test('on a phone the family scrolls in its own strip, to where the reader is', async () => {
  const page = await open(`${url}techniques/T1059/009/`, { viewport: PHONE });
  const current = page.locator('.family [aria-current]');
  await page.waitForFunction(() => (document.querySelector('.family ul')?.scrollLeft ?? 0) > 0);
  expect((await current.boundingBox())?.x).toBeLessThan(PHONE.width - 60);
  expect((await current.boundingBox())?.x).toBeGreaterThanOrEqual(0);
});

test('previous and next walk through the tactic', async () => {
  const page = await open(`${url}techniques/T1059/001/`, DESK);
  const beside = page.getByRole('navigation', { name: 'Beside it in Execution' });
  await beside.getByRole('link', { name: /^Next:/ }).click();
  await page.waitForURL('**/techniques/T1059/002/');
  await page.getByRole('link', { name: /^Previous:/ }).click();
  await page.waitForURL('**/techniques/T1059/001/');
});

test('a playbook to start from can be copied', async () => {
  const page = await open(`${url}techniques/T1059/`, DESK);
  await page.locator('#start summary').click();
  const copy = page.locator('#start').getByRole('button', { name: /^Copy the playbook/ });
  expect(await copy.isVisible()).toBe(true);
  expect(await copy.getAttribute('data-copy')).toMatch(/^---\ntitle: /);
});

test('printed, a technique takes three sheets at most', async () => {
  const page = await open(`${url}techniques/T1059/001/`);
  const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
  expect((pdf.match(/\/Type\s*\/Page[^s]/g) ?? []).length).toBeLessThanOrEqual(3);
});

test('an actor’s page shows its coverage tactic by tactic and leads into its matrix', async () => {
  const page = await open(`${url}actors/G1015/`, DESK);
  const rows = page.locator('.actor-tactics tbody tr');
  expect(await rows.count()).toBeGreaterThan(10);
  const execution = rows.filter({ hasText: 'Execution' });
  const [, covered, all] = /(\d+) of (\d+)/.exec(await execution.innerText()) ?? [];
  expect(Number(covered)).toBeLessThanOrEqual(Number(all));
  expect(await execution.locator('rect').count()).toBe(Number(all));
  const matrix = page.getByRole('link', { name: 'Show in the matrix' });
  expect(await matrix.getAttribute('href')).toBe('/matrix/enterprise/?view=actor&actor=G1015');
  await execution.getByRole('link').click();
  expect(new URL(page.url()).hash).toBe('#TA0002');
});
