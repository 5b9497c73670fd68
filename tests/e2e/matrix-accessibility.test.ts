import { expect, inject, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { PHONE, useBrowser } from './browser.ts';

const matrix = `${inject('site').url}matrix/enterprise/`;
const { open } = useBrowser();
const WIDE = { width: 1440, height: 900 };

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
  expect(await axeFindings(page)).toEqual([]);
});

test.each([
  ['a.cell:not([data-tone="level-none"])', /^T\d{4} (?:hunted|claimed|tested|proven), score \d+ \S/],
  ['summary', /^\S.*, sub-techniques: \d+\/\d+$/],
])(
  '%s says its words to screen readers, though they have no layer that a pointer is looked for in',
  async (selector, words) => {
    const page = await open(matrix, { viewport: WIDE });
    const found = page.locator(`[data-matrix] ${selector}`).first();
    await found.hover();
    const session = await page.context().newCDPSession(page);
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: `[data-matrix] ${selector}`,
    });
    const { nodes } = await session.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
    expect(nodes[0]?.name?.value).toMatch(words);
    const hidden = found.locator('.visually-hidden');
    expect(await hidden.evaluate((it) => it.getBoundingClientRect().height)).toBe(0);
    for (const part of [found, hidden])
      expect(await part.evaluate((it) => getComputedStyle(it).position)).toBe('static');
    await page.context().close();
  },
);
