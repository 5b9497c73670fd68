import type { Page } from 'playwright-core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { readResultAddress } from '../../src/search/address.ts';
import { axeFindings } from './axe.ts';
import { PHONE, useBrowser } from './browser.ts';
import { ask, chosen, openPalette } from './palette.ts';
import { readPage, siteFiles } from './site-files.ts';

const { root, url } = inject('site');
const based = inject('basedSite');
const { open, openOwn } = useBrowser();

/** On a busy machine a search takes longer than the second a poll is given. */
const PATIENT = { timeout: 20_000 };

describe('the command palette', () => {
  test.each(['Control+k', 'Meta+k', '/'])(
    'opens by %s with the input focused, and closes by Escape',
    async (keys) => {
      const page = await open(url);
      await openPalette(page, keys);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('palette-input');
      expect(await page.getByRole('combobox', { name: 'Search this site' }).inputValue()).toBe('');
      await page.keyboard.press('Escape');
      expect(await page.locator('.palette').isVisible()).toBe(false);
    },
  );

  test('what is typed before it is there goes into it, and Enter leads to the first result', async () => {
    const page = await open(url);
    await page.locator('button[data-search-open]').waitFor();
    await page.keyboard.type('/T1003.0001');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}techniques/T1003/001/`, PATIENT);
  });

  test('a slash in a field is a slash', async () => {
    const page = await open(`${url}search/`);
    await page.getByRole('searchbox').click();
    await page.keyboard.type('a/b');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('the button opens it, and gets the focus back', async () => {
    const page = await open(url, { viewport: { width: 1440, height: 900 } });
    const button = page.getByRole('button', { name: 'Search' });
    expect((await button.innerText()).replaceAll(/\s+/g, ' ')).toContain('Ctrl K');
    await button.click();
    await page.getByRole('combobox', { name: 'Search this site' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('nothing of the search is loaded before it is asked for', async () => {
    const page = await open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${url}gaps/`, { waitUntil: 'networkidle' });
    expect(asked.filter((address) => address.includes('pagefind') || address.includes('palette'))).toEqual(
      [],
    );
    await openPalette(page);
    await ask(page, 'lsass');
    expect(asked.some((address) => address.endsWith('pagefind/pagefind.js'))).toBe(true);
  });

  describe('once it is open', () => {
    // One for all words: most of the time would go into loading the index again.
    let palette: Page;
    beforeAll(async () => {
      palette = await openOwn();
      await palette.goto(based.url);
      await openPalette(palette);
    });

    test.each([
      ['T1059.001', 'techniques/T1059/001/'],
      ['1059.001', 'techniques/T1059/001/'],
      ['t1059', 'techniques/T1059/'],
      ['APT29', 'actors/G0016/'],
      ['g0016', 'actors/G0016/'],
      ['Cozy Bear', 'actors/G0016/'],
      ['LSASS Memory', 'techniques/T1003/001/'],
      ['e6de4dcb-796e-4dc4-8071-9ab071e42201', 'detections/team/lsass-memory-read-by-untrusted-process/'],
      [
        'lsass_memory_read_by_untrusted_process.yml',
        'detections/team/lsass-memory-read-by-untrusted-process/',
      ],
      ['HUNT-0002', 'playbooks/lsass-handles-and-drivers/'],
      ['windows process_creation', 'logs/windows-process-creation/'],
      ['process_access', 'logs/windows-process-access/'],
    ])('finds %s first', async (words, path) => {
      await ask(palette, words);
      expect(await chosen(palette)).toBe(based.url + path);
    });
  });

  test('LSASS leads to what has it in its name, by kind', async () => {
    const page = await open(url);
    await openPalette(page);
    await ask(page, 'LSASS');
    const groups = page.getByRole('listbox').getByRole('group');
    expect(await groups.evaluateAll((all) => all.map((group) => group.getAttribute('aria-label')))).toEqual(
      expect.arrayContaining(['Techniques', 'Detections', 'Playbooks']),
    );
    expect(
      await page.getByRole('option', { name: 'T1003.001 OS Credential Dumping: LSASS Memory' }).count(),
    ).toBe(1);
    expect(await page.getByRole('dialog').getByRole('status').innerText()).toMatch(/^\d+ of \d+ shown$/);
  });

  test('leads to a technique by keyboard alone', async () => {
    const page = await open(url);
    await openPalette(page);
    await ask(page, 'lsass');
    for (let pressed = 0; !(await chosen(page))?.endsWith('/techniques/T1003/001/'); pressed++) {
      expect(pressed).toBeLessThan(20);
      await page.keyboard.press('ArrowDown');
    }
    const option = page.locator('[role=option][aria-selected=true]');
    expect(
      await page.getByRole('combobox', { name: 'Search this site' }).getAttribute('aria-activedescendant'),
    ).toBe(await option.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/techniques/T1003/001/');
  });

  test('an id and Enter lead there at once, before any result has come', async () => {
    const page = await open(url);
    await openPalette(page);
    await page.keyboard.type('T1003.001');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/techniques/T1003/001/');
  });

  test('offers views and pages before anything is typed, and leads round the ends of its list', async () => {
    const page = await open(based.url);
    await openPalette(page);
    await page.getByRole('option', { name: 'Matrix: gaps' }).waitFor();
    expect(await chosen(page)).toBe(`${based.url}matrix/enterprise/?view=gap`);
    await page.keyboard.press('ArrowUp');
    expect(await chosen(page)).toBe(`${based.url}methodology/`);
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toBe(`${based.url}matrix/enterprise/?view=gap`);
  });

  test('a key chooses among all that was found, and the last leads to the rest', async () => {
    const page = await open(url);
    await openPalette(page);
    await ask(page, 'credentials');
    const options = page.getByRole('option');
    const ids = await options.evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(5);
    expect(ids).toEqual(ids.map((_, place) => `palette-option-${String(place)}`));
    await page.keyboard.press('Control+End');
    expect(await chosen(page)).toBe(`${url}search/?q=credentials`);
    expect(await options.last().evaluate((last) => last.getBoundingClientRect().bottom)).toBeLessThan(
      await page.locator('.palette-foot').evaluate((foot) => foot.getBoundingClientRect().top + 1),
    );
    // What comes next starts at its top.
    await ask(page, 'process');
    await expect.poll(() => options.first().getAttribute('aria-selected'), PATIENT).toBe('true');
    expect(await page.locator('.palette-list').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    await page.context().close();
  });

  test.each(['zzzzqqqq', '19aefed0-ffd4-47dc-a7fc-f8b1425e84f9'])(
    'says so when nothing is %s',
    async (words) => {
      const page = await open(url);
      await openPalette(page);
      await ask(page, words);
      expect(await page.getByRole('dialog').getByRole('status').innerText()).toContain(words);
      expect(await page.getByRole('option').count()).toBe(0);
    },
  );

  test.each([
    ['light', undefined],
    ['dark', undefined],
    ['light', PHONE],
  ] as const)('axe finds nothing in it: %s, %o', async (colorScheme, viewport) => {
    const page = await open(url, { colorScheme, ...(viewport && { viewport }) });
    await openPalette(page);
    for (const words of ['', 'lsass']) {
      if (words === '') await page.getByRole('option').first().waitFor();
      else await ask(page, words);
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  test('fills a phone, and nothing is cut off', async () => {
    const page = await open(url, { viewport: PHONE });
    await openPalette(page);
    await ask(page, 'powershell');
    const close = await page.getByRole('button', { name: 'Close' }).boundingBox();
    expect((close?.x ?? 0) + (close?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
    expect(await page.locator('.palette-list').evaluate((list) => list.scrollWidth <= list.clientWidth)).toBe(
      true,
    );
  });
});

describe('the search page', () => {
  const results = (page: Page) => page.locator('.search-results > li');

  test('shows what its address asks, and marks it', async () => {
    const page = await open(`${based.url}search/?q=lsass`);
    await results(page).first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('lsass');
    expect((await results(page).locator('mark').first().innerText()).toLowerCase()).toContain('lsass');
    expect(await page.title()).toMatch(/^lsass · Search/);
  });

  test('filters narrow, say how many they leave, and the back button undoes them', async () => {
    const page = await open(`${url}search/?q=lsass`);
    await results(page).first().waitFor();
    const all = await results(page).count();
    const detections = page.locator('.search-types label', { hasText: 'Detections' });
    const counted = Number(await detections.locator('b').innerText());
    await detections.click();
    await expect.poll(() => results(page).count(), PATIENT).toBe(counted);
    expect(counted).toBeLessThan(all);
    expect(new URL(page.url()).searchParams.get('type')).toBe('detection');
    await page.getByLabel('Level').selectOption('proven');
    await expect.poll(() => results(page).count(), PATIENT).toBeLessThan(counted);
    expect(await results(page).locator('.glyph:not([data-level=proven])').count()).toBe(0);
    await page.goBack();
    await expect.poll(() => results(page).count(), PATIENT).toBe(counted);
    await page.goBack();
    await expect.poll(() => results(page).count(), PATIENT).toBe(all);
    expect(await page.getByRole('radio', { name: /^All/ }).isChecked()).toBe(true);
  });

  test('without words, a filter alone lists what it leaves, twenty at a time', async () => {
    const page = await open(`${url}search/?type=tactic`);
    await expect.poll(() => results(page).count(), PATIENT).toBe(20);
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await expect.poll(() => results(page).count(), PATIENT).toBeGreaterThan(20);
    expect(
      await page.evaluate(() =>
        document.activeElement?.closest('li')?.matches('.search-results > :nth-child(21)'),
      ),
    ).toBe(true);
  });

  test('without JavaScript it says what it needs and leads to the lists', async () => {
    const page = await open(`${based.url}gaps/`, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.waitForURL('**/x/y/search/');
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    for (const list of ['Techniques', 'Detections', 'Playbooks', 'Actors'])
      expect(await page.locator('main').getByRole('link', { name: list, exact: true }).count()).toBe(1);
  });

  test('axe finds nothing on it with results', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(`${url}search/?q=lsass&type=detection`, { colorScheme });
      await results(page).first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
    }
  });
});

test('everything that can be found is there, down to the place on its page', () => {
  const folder = join(root, 'pagefind/fragment');
  const paths = readdirSync(folder).map((file) => {
    const text = gunzipSync(readFileSync(join(folder, file)))
      .toString()
      .replace(/^pagefind_dcd/, '');
    return readResultAddress((JSON.parse(text) as { url: string }).url).path;
  });
  const files = new Set(siteFiles(root));
  const gone = paths.filter((path) => {
    const [page = '', fragment] = path.split('#');
    const file = `${page}index.html`;
    return !files.has(file) || (fragment !== undefined && !readPage(root, file).ids.has(fragment));
  });
  expect(paths.length).toBeGreaterThan(2000);
  expect(gone).toEqual([]);
});
