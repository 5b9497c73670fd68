import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { eventually, rows, status } from './data-table-page.ts';
import { expectInSight, KeyboardUser } from './keyboard.ts';

const { url } = inject('site');
const based = inject('basedSite');
const { open } = useBrowser();

/** Somebody at the home page of a site, once its search is offered. */
async function atHome(address: string): Promise<{ page: Page; user: KeyboardUser }> {
  const page = await open(address, { viewport: { width: 1440, height: 900 } });
  await page.locator('button[data-search-open]').waitFor();
  return { page, user: new KeyboardUser(page) };
}

/** Expects no more keys than a good path takes, typed ones among them: where it takes more, the pages are to be mended. */
function expectKeys({ pressed }: KeyboardUser, most: number): void {
  expect(pressed).toBeLessThanOrEqual(most);
}

test('what covers T1003.001, and whether it is proven', async () => {
  const { page, user } = await atHome(url);
  await user.goTo('T1003.001', /LSASS Memory/);
  const verdict = page.locator('.verdict');
  await expectInSight(verdict);
  const words = (await verdict.innerText()).replaceAll(/\s+/g, ' ');
  expect(words).toContain('Proven 85 of 100');
  expect(words).toMatch(/detected on \d{4}-\d\d-\d\d in “From a mailed document to impact”/);
  const rule = verdict.getByRole('link', { name: 'Process Memory Dumped Through the COM+ Services Library' });
  await expectInSight(rule.first());
  expectKeys(user, 'T1003.001'.length + 2);
});

test('what to build against Scattered Spider', async () => {
  const { page, user } = await atHome(url);
  await user.goTo('Scattered Spider', /^G1015/);
  await user.skipToContent();
  await user.tabTo(/^What to build$/);
  await user.press('Enter');
  const gaps = page.locator('section', {
    has: page.getByRole('heading', { name: /^What to build against it/ }),
  });
  await expectInSight(gaps.getByRole('heading'));
  await user.press('Tab');
  expect(await user.focused()).toBe('Protocol Tunneling');
  const first = gaps.getByRole('listitem').first();
  await expectInSight(first);
  expect(await first.innerText()).toMatch(/T1572[^]*Missed/);
  expect(await page.locator(':focus').evaluate((link) => link.closest('.actor-gaps') !== null)).toBe(true);
  expectKeys(user, 'Scattered Spider'.length + 11);
});

test('the Splunk query of a playbook', async () => {
  const { page, user } = await atHome(url);
  await user.goTo('duplicated handles', /Credentials out of LSASS/);
  await user.skipToContent();
  await user.tabTo(/^Execution$/);
  await user.press('Enter');
  await user.tabTo(/^Microsoft Defender XDR$/);
  await user.press('ArrowRight');
  expect(await user.focused()).toBe('Splunk');
  const query = page.locator('.query-tabs details[open] pre').first();
  await expectInSight(query);
  expect(await query.innerText()).toMatch(/^index=sysmon EventCode=10/);
  expect(new URL(page.url()).searchParams.get('platform')).toBe('splunk');
  expectKeys(user, 'duplicated handles'.length + 15);
});

test('the layer of hunts, opened in the Navigator', async () => {
  const { page, user } = await atHome(based.url);
  await page.route('https://mitre-attack.github.io/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Navigator</title>' }),
  );
  await user.goTo('hunts', /^Hunts/);
  await user.tabTo(/^Open in Navigator/);
  const layer = 'https://soc.example.org/x/y/layers/enterprise-hunts.json';
  const address = `https://mitre-attack.github.io/attack-navigator/#layerURL=${encodeURIComponent(layer)}`;
  expect(await page.locator(':focus').getAttribute('href')).toBe(address);
  await user.press('Enter');
  await page.waitForURL(address);
  expect(await page.title()).toBe('Navigator');
  expectKeys(user, 'hunts'.length + 5);
});

test('the rules on windows process_creation that are not tested', async () => {
  const { page, user } = await atHome(url);
  await user.goTo('windows process_creation', /^windows · process_creation/);
  await user.skipToContent();
  await user.tabTo(/^Not tested \d+$/);
  const counted = Number(/\d+$/.exec(await user.focused())?.[0]);
  await user.press('Enter');
  await page.waitForURL('**/logs/windows-process-creation/?tested=no');
  await eventually(() => status(page)).toMatch(new RegExp(`^${counted} of \\d+ rules$`));
  expect(counted).toBeGreaterThan(0);
  expect(await rows(page).count()).toBe(counted);
  await expectInSight(rows(page).first());
  expectKeys(user, 'windows process_creation'.length + 10);
});
