import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { PHONE, useBrowser } from './browser.ts';

const { url } = inject('site');
const { open, openOwn } = useBrowser();

const MARKDOWN = `${url}playbooks/persistence-inventory/`;
const MDX = `${url}playbooks/lsass-handles-and-drivers/`;
const EXERCISE = `${url}exercises/2026-10-identity-and-cloud/`;

const boxes = (page: Page) => page.getByRole('checkbox', { name: /^Done: / });
const openTabs = (page: Page) => page.locator('.query-tabs > details[open] > summary').allInnerTexts();

test.each([
  ['Markdown', MARKDOWN],
  ['MDX', MDX],
])('ticks of a %s playbook survive a reload, are counted, and can be cleared', async (_, address) => {
  const page = await open(address);
  const all = await boxes(page).count();
  expect(all).toBeGreaterThan(3);
  await boxes(page).nth(1).check();
  await boxes(page).last().check();
  await page.reload();
  expect(await boxes(page).nth(0).isChecked()).toBe(false);
  expect(await boxes(page).nth(1).isChecked()).toBe(true);
  expect(await boxes(page).last().isChecked()).toBe(true);
  const count = page.locator('[data-step-count]');
  expect(await count.innerText()).toMatch(new RegExp(`^2 of ${String(all)} steps`));
  await count.getByRole('button', { name: 'Clear ticks' }).click();
  expect(await count.innerText()).toMatch(/^0 of/);
  await page.reload();
  expect(await page.locator('input.tick:checked').count()).toBe(0);
});

test('ticks of one playbook are none of another, and none without storage break the page', async () => {
  const page = await open(MARKDOWN);
  await boxes(page).first().check();
  await page.goto(`${url}playbooks/web-shells-that-start-nothing/`);
  expect(await boxes(page).count()).toBeGreaterThan(0);
  expect(await page.locator('input.tick:checked').count()).toBe(0);
  await page.goto(MARKDOWN);
  await page.evaluate(() => {
    localStorage.setItem('coverbook-ticks:team/persistence-inventory', '{"not":"a list"}');
  });
  await page.reload();
  expect(await boxes(page).count()).toBeGreaterThan(0);
});

test('without JavaScript there are numbered steps, one open query, and no control that does nothing', async () => {
  const page = await open(MARKDOWN, { javaScriptEnabled: false });
  expect(await page.locator('ol.hunt-steps > li').count()).toBeGreaterThan(3);
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(await page.locator('main button:visible').count()).toBe(0);
  expect(await page.locator('main').getByRole('radio').count()).toBe(0);
  const tabs = page.locator('.query-tabs').first();
  expect(await tabs.locator('pre:visible').count()).toBe(1);
  await tabs.locator('summary', { hasText: 'Splunk' }).click();
  expect(await tabs.locator('pre:visible').getAttribute('data-language')).toBe('spl');
});

test('arrow keys walk along the tabs, the address follows, and it opens the same tab again', async () => {
  const page = await open(MARKDOWN);
  await page.locator('.query-tabs summary').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await openTabs(page)).toEqual(['Splunk']);
  expect(new URL(page.url()).search).toBe('?platform=splunk');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Splunk');
  await page.keyboard.press('End');
  expect(await openTabs(page)).toEqual(['Elastic']);
  await page.keyboard.press('ArrowRight');
  expect(await openTabs(page)).toEqual(['Microsoft Defender XDR']);
  await page.goto(`${MDX}?platform=splunk`);
  expect(await openTabs(page)).toEqual(['Splunk']);
  expect(await page.getByRole('radio', { name: 'Splunk' }).isChecked()).toBe(true);
});

test('a platform can be asked for by its language; one that is not there changes nothing', async () => {
  const page = await open(`${MARKDOWN}?platform=esql`);
  expect(await openTabs(page)).toEqual(['Elastic']);
  await page.goto(`${MARKDOWN}?platform=punch-cards`);
  expect(await openTabs(page)).toEqual(['Microsoft Defender XDR']);
});

test('the choice beside the text opens the platform, and an open tab cannot be closed', async () => {
  const page = await open(MARKDOWN);
  await page.getByRole('radio', { name: 'Elastic' }).check();
  expect(await openTabs(page)).toEqual(['Elastic']);
  await page.locator('.query-tabs summary', { hasText: 'Elastic' }).click();
  expect(await openTabs(page)).toEqual(['Elastic']);
});

test('the code of the open tab is copied as it is written', async () => {
  const page = await open(`${MARKDOWN}?platform=splunk`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('button', { name: 'Copy the SPL code' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied the SPL code' }).waitFor({ state: 'attached' });
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^\| inputlookup autostart_inventory\.csv\n\| eval [\s\S]*rundll32"\)\)$/);
});

test('printed, every platform’s query is there under its name, and the boxes are empty', async () => {
  const page = await open(MARKDOWN);
  await boxes(page).first().check();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.query-tabs pre:visible').count()).toBe(3);
  expect(await page.locator('.query-tabs summary:visible').count()).toBe(3);
  expect(await page.locator('input.tick:visible').count()).toBe(0);
  expect(await page.locator('main button:visible, .runbook-rail:visible').count()).toBe(0);
});

test.each([
  ['Markdown', MARKDOWN],
  ['MDX', MDX],
])('the contents of a %s playbook name its sections and mark the one that is read', async (_, address) => {
  const page = await open(address, { viewport: { width: 1440, height: 900 } });
  const missing = await page
    .locator('[data-contents] a')
    .evaluateAll((links: HTMLAnchorElement[]) =>
      links.map(({ hash }) => decodeURIComponent(hash.slice(1))).filter((id) => !document.getElementById(id)),
    );
  expect(missing).toEqual([]);
  const names = await page.locator('[data-contents] a').allInnerTexts();
  expect(names).toEqual(
    await page
      .locator('.runbook-main :is(h2, h3)')
      .evaluateAll((headings: HTMLElement[]) =>
        headings.map((heading) => heading.childNodes[0]?.textContent?.trim()),
      ),
  );
  await page.locator('[data-contents] a', { hasText: 'Response' }).click();
  await page.locator('[data-contents] a[aria-current]', { hasText: 'Response' }).waitFor();
});

test.each([PHONE, { width: 1440, height: 900 }])('what scripts add moves nothing at %j', async (viewport) => {
  const page = await openOwn({ viewport });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = (entry as unknown as { value: number }).value;
        document.documentElement.dataset['shift'] = String(
          Number(document.documentElement.dataset['shift'] ?? 0) + shift,
        );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(MARKDOWN, { waitUntil: 'networkidle' });
  const shift = await page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0));
  expect(shift).toBeLessThan(0.01);
});

test('the results of an exercise can be put in the order they were run, and back', async () => {
  const page = await open(EXERCISE);
  const numbers = () =>
    page
      .locator('.result-table tr[data-number]:visible')
      .evaluateAll((rows: HTMLElement[]) => rows.map((row) => Number(row.dataset['number'])));
  const byOutcome = await numbers();
  const asRun = byOutcome.toSorted((a, b) => a - b);
  expect(byOutcome).not.toEqual(asRun);
  await page.getByRole('radio', { name: 'As they were run' }).check();
  expect(await numbers()).toEqual(asRun);
  expect(new URL(page.url()).search).toBe('?order=run');
  await page.reload();
  expect(await numbers()).toEqual(asRun);
  await page.getByRole('radio', { name: 'By outcome' }).check();
  expect(await numbers()).toEqual(byOutcome);
  await page.goBack();
  expect(await numbers()).toEqual(asRun);
});

test('an exercise says what is open first, and its marks lead to the results', async () => {
  const page = await open(EXERCISE, { javaScriptEnabled: false });
  const headings = await page.locator('main h2').allInnerTexts();
  expect(headings[0]).toMatch(/^Still open 4$/);
  const strip = page.locator('.outcome-strip a');
  expect(await strip.count()).toBe(10);
  await strip.nth(6).click();
  expect(await page.locator('tr:target').innerText()).toContain('T1021.006');
});
