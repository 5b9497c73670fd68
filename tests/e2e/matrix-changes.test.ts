import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sigmaRule } from '../cli/team.ts';
import { makeRepository } from '../git-repository.ts';
import { useBrowser } from './browser.ts';
import { buildWith } from './build-with.ts';
import { openMatrix, printed, shown } from './matrix-page.ts';
import { serve } from './static-server.ts';

const { open } = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'coverbook-changes-'));
const root = join(folder, 'dist');
const CONFIG = [
  'title: A team with a past',
  'attack: { domains: [enterprise] }',
  "now: '2026-06-10'",
  'sources: [{ name: team, git: . }]',
  'history: { points: 13, every: month }',
  '',
].join('\n');
const rule = (title: string, technique: string): string => sigmaRule(title, [`attack.${technique}`]);

let matrix = '';
let close = (): Promise<void> => Promise.resolve();

beforeAll(async () => {
  const { commit } = makeRepository({
    folder,
    files: {
      'coverbook.yaml': CONFIG,
      'rules/shell.yml': rule('Shell', 't1059.001'),
      'rules/wmi.yml': rule('Remote process', 't1047'),
      'rules/lsass.yml': rule('Memory read', 't1003.001'),
    },
    date: '2025-05-20T12:00:00Z',
  });
  commit({ 'rules/task.yml': rule('Task', 't1053.005') }, '2025-11-20T12:00:00Z');
  commit({ 'rules/shell-2.yml': rule('Another shell', 't1059.001') }, '2026-02-20T12:00:00Z');
  commit({ 'rules/wmi.yml': null }, '2026-05-20T12:00:00Z');
  const missed =
    'title: Purple team\ndate: 2026-06-01\nresults:\n  - { technique: T1003.001, outcome: missed }\n';
  commit({ 'exercises/purple.yaml': missed }, '2026-06-02T12:00:00Z');
  await buildWith({ cwd: folder, root });
  const served = await serve(root, '/');
  matrix = `${served.url}matrix/enterprise/`;
  close = served.close;
});

afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the view prints, where it prints something. */
const changes = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(await printed(page)).filter(([, value]) => value !== ''));
const says = (page: Page): Promise<string> => page.locator('[data-says]').innerText();
/** Waits until the view says since when. */
const isSince = (page: Page, date: string): Promise<void> =>
  page.locator('[data-says]', { hasText: `since ${date}.` }).waitFor();

test('the view of changes compares with the state a year ago, as its layer does', async () => {
  const page = await openMatrix(open, matrix);
  expect(await page.getByLabel('Change since').isVisible()).toBe(false);
  await page.getByRole('radio', { name: 'Change' }).check();
  await page.waitForURL('**/?view=change');
  await isSince(page, '2025-06-10');
  expect(await page.getByLabel('Change since').inputValue()).toBe('2025-06-10');
  const layer = JSON.parse(readFileSync(join(root, 'layers/enterprise-change-year.json'), 'utf8')) as {
    techniques: { techniqueID: string; score: number }[];
  };
  const moved = layer.techniques.map(({ techniqueID, score }) => {
    const by = score - 100;
    return [techniqueID, `${by > 0 ? '+' : by < 0 ? '−' : '±'}${String(Math.abs(by))}`];
  });
  expect(await changes(page)).toEqual(Object.fromEntries(moved));
});

test('what was gained, raised and lost says so in words, and the legend counts it', async () => {
  const page = await openMatrix(open, `${matrix}?view=change&unfold=all`);
  const cell = async (path: string): Promise<string> =>
    (await page.locator(`a.cell[href$="${path}"]`).first().innerText()).replaceAll(/\s+/g, ' ');
  expect(await cell('/T1053/005/')).toMatch(/gained: covered now, not then.*\+\d+/);
  expect(await cell('/T1059/001/')).toMatch(/raised, score \+5/);
  expect(await cell('/T1047/')).toMatch(/lost: covered then, not now.*−\d+/);
  expect(await cell('/T1003/001/')).toMatch(/lost: .* or missed since/);
  expect(await cell('/T1595/')).toMatch(/no change/);
  const counted = Object.fromEntries(
    await page
      .locator('.key')
      .evaluateAll((keys) =>
        keys.map((key) => [
          key.childNodes[1]?.textContent?.trim() ?? '',
          key.querySelector('.key-count')?.textContent,
        ]),
      ),
  );
  const marks = await page
    .locator('a.cell')
    .evaluateAll((cells) =>
      cells.map(
        (it) => `${it.getAttribute('href') ?? ''} ${it.querySelector('.visually-hidden')?.textContent ?? ''}`,
      ),
    );
  const gained = new Set(marks.filter((mark) => mark.includes('gained')));
  expect(gained.size).toBeGreaterThan(0);
  expect(counted['Gained']).toBe(String(gained.size));
});

test('another date compares with that state, stands in the address, and going back undoes it', async () => {
  const page = await openMatrix(open, `${matrix}?view=change`);
  const since = page.getByLabel('Change since');
  await isSince(page, '2025-06-10');
  const yearAgo = await changes(page);
  expect(Object.keys(yearAgo)).toEqual(expect.arrayContaining(['T1053.005', 'T1059.001', 'T1047']));
  await since.selectOption('2026-05-10');
  await page.waitForURL('**/?view=change&since=2026-05-10');
  await isSince(page, '2026-05-10');
  const lately = await changes(page);
  expect(lately['T1047']).toBe(yearAgo['T1047']);
  expect(Object.keys(lately)).not.toContain('T1053.005');
  expect(Object.keys(lately)).not.toContain('T1059.001');

  const again = await openMatrix(open, page.url());
  await isSince(again, '2026-05-10');
  expect(await changes(again)).toEqual(lately);
  expect(await again.getByLabel('Change since').inputValue()).toBe('2026-05-10');

  await page.goBack();
  await isSince(page, '2025-06-10');
  expect(await changes(page)).toEqual(yearAgo);
  expect(await since.inputValue()).toBe('2025-06-10');
});

test('a date there is no state of is answered with the usual one, and the control says so', async () => {
  const page = await openMatrix(open, `${matrix}?view=change&since=1999-01-01`);
  await isSince(page, '2025-06-10');
  expect(await page.getByLabel('Change since').inputValue()).toBe('2025-06-10');
});

test('filters narrow the changes, and another view hides the date', async () => {
  const page = await openMatrix(open, `${matrix}?view=change&since=2026-05-10&level=failed`);
  await isSince(page, '2026-05-10');
  expect(await shown(page)).toMatch(/^Showing 2 of \d+: level failed/);
  expect(Object.keys(await changes(page))).toEqual(['T1003', 'T1003.001']);
  await page.getByRole('radio', { name: 'Rules' }).check();
  await page.waitForURL(/view=rules/);
  await page.getByLabel('Change since').waitFor({ state: 'hidden' });
  expect(await says(page)).not.toContain('since');
});

test('the layer can be had for the state it was made of, and for no other', async () => {
  const page = await openMatrix(open, `${matrix}?view=change`);
  const layer = page.locator('[data-download="layer"]');
  await page.getByRole('button', { name: 'Download' }).click();
  await expect.poll(() => layer.isEnabled()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByLabel('Change since').selectOption('2026-05-10');
  await isSince(page, '2026-05-10');
  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByText('There is no layer of changes since this date.').waitFor();
  expect(await layer.isEnabled()).toBe(false);
});
