import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { PHONE, useBrowser } from './browser.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const VIEWS = {
  'in the light theme': { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  'in the dark theme at 320 px': { colorScheme: 'dark', viewport: PHONE },
} as const;

const { url } = inject('site');
const { openOwn } = useBrowser();

test('axe finds what is wrong', async () => {
  const page = await openOwn();
  await page.setContent('<html lang="en"><title>x</title><main><h1>x</h1><img src="data:,"></main></html>');
  expect(await axeFindings(page)).toEqual([
    expect.objectContaining({ id: 'image-alt', target: 'img', html: '<img src="data:,">' }),
  ]);
});

describe.each(Object.entries(VIEWS))('axe finds nothing %s', (_, options) => {
  // One page for all: half of the time would go into opening it.
  let page: Page;
  beforeAll(async () => {
    page = await openOwn(options);
  });

  test.each(Object.entries(PAGE_KINDS))('on the page: %s', async (_kind, path) => {
    await page.goto(url + path);
    // What is folded away is read by people too.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details:not([name])'))
        details.setAttribute('open', '');
    });
    expect(await axeFindings(page)).toEqual([]);
  });
});
