import type { Page } from 'playwright-core';
import { globSync } from 'tinyglobby';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { PHONE, useBrowser } from './browser.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { ask, openPalette } from './palette.ts';
import { watchForTrouble } from './trouble.ts';

const { url } = inject('site');
const based = inject('basedSite');
const { open, openOwn } = useBrowser();

/** Pages as they are once somebody has asked them for something: the address says for what. */
const STATES = [
  'search/?q=lsass',
  'search/?q=lsass&type=detection&level=proven',
  'detections/?q=windows&severity=high&sort=-changed',
  'matrix/enterprise/?view=gap&platform=Linux',
  'matrix/enterprise/?view=actor&actor=G1015&unfold=all',
  'matrix/enterprise/?as=table&sort=-score',
  'playbooks/lsass-handles-and-drivers/?platform=splunk',
  'exercises/2026-10-identity-and-cloud/?order=run',
];

/** Needs more rules than the demo has, or none with a page: tried on a site of two public rule sets, and of a team. */
const NOT_IN_DEMO = [
  'detections/[source]/pages/[number]',
  'techniques/[id]/[sub]/rules',
  'techniques/[id]/rules',
];

test('every template has a page among those that are tried', () => {
  const templates = globSync('**/*.astro', { cwd: 'src/pages' })
    .map((file) => file.replace(/(?:\/?index)?\.astro$/, ''))
    .sort((a, b) => a.split('[').length - b.split('[').length);
  const paths = Object.values(PAGE_KINDS).map((path) => path.replace(/\/$|\.html$/, ''));
  const tried = paths.map((path) =>
    templates.find((template) => new RegExp(`^${template.replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(path)),
  );
  expect(tried).not.toContain(undefined);
  expect(templates.filter((template) => !tried.includes(template)).sort()).toEqual(NOT_IN_DEMO);
});

test.each(STATES)('asks no other host and logs no error: %s', async (address) => {
  const page = await open('about:blank');
  const trouble = watchForTrouble(page, based.url);
  await page.goto(based.url + address, { waitUntil: 'networkidle' });
  if (address.startsWith('search/')) await page.locator('.search-results > li').first().waitFor();
  expect(trouble).toEqual([]);
});

test('the palette asks no other host and logs no error', async () => {
  const page = await open('about:blank');
  const trouble = watchForTrouble(page, based.url);
  await page.goto(based.url);
  await openPalette(page);
  await ask(page, 'T1003.001');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/techniques/T1003/001/');
  expect(trouble).toEqual([]);
});

test.each(['techniques/T1059.001.html', 'rules/nothing-of-this-name-is-here/', 'no/such/T9999/'])(
  'an address there is nothing at asks for nothing else that is not there: %s',
  async (address) => {
    const page = await open('about:blank');
    const trouble = watchForTrouble(page, based.url);
    await page.goto(based.url + address, { waitUntil: 'networkidle' });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Page not found');
    // The answer to the address itself, and the line the browser logs for it.
    expect(trouble).toEqual([
      `404 ${based.url}${address}`,
      expect.stringMatching(`^logs Failed to load resource: .* ${based.url}${address}$`),
    ]);
  },
);

describe('every kind of page', () => {
  // One page at a time through all of them: opening one takes longer than loading it.
  let page: Page;
  let phone: Page;
  beforeAll(async () => {
    page = await openOwn();
    phone = await openOwn({ viewport: PHONE });
  });

  test.each(Object.entries(PAGE_KINDS))(
    'asks no other host, logs no error, and has what it asks for: %s',
    async (_, path) => {
      const trouble = watchForTrouble(page, based.url);
      await page.goto(based.url + path, { waitUntil: 'networkidle' });
      page.removeAllListeners();
      expect(trouble).toEqual([]);
    },
  );

  test.each(Object.entries(PAGE_KINDS))(
    'fits a width of 320 px without scrolling sideways: %s',
    async (_, path) => {
      await phone.goto(url + path);
      const { content, window } = await phone.evaluate(() => ({
        content: document.documentElement.scrollWidth,
        window: document.documentElement.clientWidth,
      }));
      expect(content).toBeLessThanOrEqual(window);
    },
  );
});

test('a chosen theme is kept from page to page', async () => {
  const page = await open(url, { colorScheme: 'light' });
  await page.getByRole('button', { name: 'Switch to dark theme' }).click();
  await page.goto(`${url}techniques/`);
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('dark');
});

test('a number on the home page leads to exactly the techniques it counts, without JavaScript', async () => {
  const page = await open(url, { javaScriptEnabled: false });
  const proven = page.getByRole('link', { name: /^Proven \d+$/ }).first();
  const counted = Number(/\d+/.exec(await proven.innerText())?.[0]);
  await proven.click();
  await page.waitForURL('**/techniques/#enterprise-proven');
  const rows = page.locator('section#enterprise tbody tr:visible');
  expect(await rows.count()).toBe(counted);
  expect(counted).toBeGreaterThan(0);
});

test('queries for several platforms can be changed without JavaScript', async () => {
  const page = await open(`${url}playbooks/lsass-handles-and-drivers/`, { javaScriptEnabled: false });
  const tabs = page.locator('.query-tabs').first();
  expect(await tabs.locator('pre:visible').count()).toBe(1);
  await tabs.locator('summary').nth(1).click();
  expect(await tabs.locator('pre:visible').count()).toBe(1);
  expect(await tabs.locator('details').nth(1).locator('pre').isVisible()).toBe(true);
});

test('a layer opens in Navigator by its absolute address when the config says where the site stands', async () => {
  const page = await open(`${based.url}layers/`);
  const link = page.getByRole('link', { name: /Open in Navigator\s*: Coverage/ }).first();
  const layer = 'https://soc.example.org/x/y/layers/enterprise-coverage.json';
  expect(await link.getAttribute('href')).toBe(
    `https://mitre-attack.github.io/attack-navigator/#layerURL=${encodeURIComponent(layer)}`,
  );
});

test('without an address the layers page says how to load a layer instead', async () => {
  const page = await open(`${url}layers/`);
  expect(await page.getByRole('link', { name: /Open in Navigator/ }).count()).toBe(0);
  expect(await page.getByText('Upload from local').count()).toBe(1);
});

test('the menu opens without JavaScript on a phone', async () => {
  const page = await open(url, { javaScriptEnabled: false, viewport: PHONE });
  const menu = page.getByRole('navigation', { name: 'Site' });
  expect(await menu.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Menu' }).click();
  expect(await menu.isVisible()).toBe(true);
});
