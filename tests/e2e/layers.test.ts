import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { useBrowser } from './browser.ts';

const { url, root } = inject('site');
const { open } = useBrowser();

interface Entry {
  name: string;
  file: string;
  domain: string;
  kind: string;
  techniques: number;
}

const index = JSON.parse(readFileSync(join(root, 'layers/index.json'), 'utf8')) as Entry[];

test('every layer of the file of all has its picture, its number of techniques and its download', async () => {
  const page = await open(`${url}layers/`, { javaScriptEnabled: false });
  const together = JSON.parse(readFileSync(join(root, 'layers/enterprise-all.json'), 'utf8')) as unknown[];
  const items = await page
    .locator('section[aria-labelledby="enterprise"] .layer-list > li')
    .evaluateAll((all) =>
      all.map((item) => ({
        file: item.querySelector('a[download]')?.getAttribute('href')?.slice(1),
        techniques: Number(
          /[\d,]+/.exec(item.querySelector('summary')?.textContent ?? '')?.[0].replaceAll(',', ''),
        ),
        ground: item.querySelector('use')?.getAttribute('href'),
      })),
    );
  expect(items).toHaveLength(together.length);
  for (const { file, techniques, ground } of items) {
    expect([file, techniques]).toEqual([file, index.find((entry) => entry.file === file)?.techniques]);
    expect(ground).toBe('#ground-enterprise');
  }
});

test('a preview shows the layer’s colours on white, in the dark too', async () => {
  const page = await open(`${url}layers/`, { colorScheme: 'dark' });
  const preview = page.locator('.layer-preview').first();
  expect(await preview.evaluate((svg) => getComputedStyle(svg).backgroundColor)).toBe('rgb(255, 255, 255)');
  const drawn = await preview.evaluate((svg) => {
    const box = svg.querySelector('use')?.getBoundingClientRect();
    return {
      wide: (box?.width ?? 0) / svg.getBoundingClientRect().width,
      inks: svg.querySelectorAll('path').length,
    };
  });
  expect(drawn.wide).toBeGreaterThan(0.8);
  expect(drawn.inks).toBeGreaterThan(3);
});

test('every address can be copied once there is a script, and nothing moves when it comes', async () => {
  const based = inject('basedSite').url;
  const still = await open(`${based}layers/`, { javaScriptEnabled: false });
  const height = await still.locator('main').evaluate((main) => main.scrollHeight);
  const page = await open(`${based}layers/`);
  await page
    .getByRole('button', { name: /^Copy link/ })
    .first()
    .waitFor();
  expect(await page.locator('main').evaluate((main) => main.scrollHeight)).toBe(height);
});
