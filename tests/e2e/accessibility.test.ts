import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { PHONE, useBrowser } from './browser.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const VIEWS = {
  'in the light theme': { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  'in the dark theme at 320 px': { colorScheme: 'dark', viewport: PHONE },
} as const;

const { url } = inject('site');
const { openOwn } = useBrowser();

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
    const { violations } = await new AxeBuilder({ page })
      .options({ runOnly: TAGS, resultTypes: ['violations'] })
      // Without frames there is nothing to gather in a page of its own, and that is the slow part.
      .setLegacyMode(true)
      .analyze();
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => ({ id, help, target: target.join(' '), failureSummary })),
    );
    expect(found).toEqual([]);
  });
});
