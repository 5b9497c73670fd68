import { AxeBuilder } from '@axe-core/playwright';
import { expect, inject, test } from 'vitest';
import { PHONE, useBrowser } from './browser.ts';

const matrix = `${inject('site').url}matrix/enterprise/`;
const { open } = useBrowser();
const WIDE = { width: 1440, height: 900 };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.each([
  ['?view=visibility', { colorScheme: 'light', viewport: WIDE }],
  ['?view=gap&platform=Linux', { colorScheme: 'dark', viewport: WIDE }],
  ['?view=actor', { colorScheme: 'light', viewport: WIDE }],
  ['?as=table&level=proven', { colorScheme: 'dark', viewport: WIDE }],
  ['?view=robustness&level=claimed', { colorScheme: 'dark', viewport: PHONE }],
] as const)('axe finds nothing in the matrix %s', async (query, options) => {
  const page = await open(matrix + query, options);
  await page.waitForFunction(() => document.documentElement.dataset['pending'] === undefined);
  const toggle = page.locator('[data-tools-toggle]');
  if (await toggle.isVisible()) await toggle.click();
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: TAGS, resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => ({ id, target: target.join(' '), failureSummary })),
  );
  expect(found).toEqual([]);
});
