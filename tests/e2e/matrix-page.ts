import type { BrowserContextOptions, Page } from 'playwright-core';

type Open = (url: string, options?: BrowserContextOptions) => Promise<Page>;

export const WIDE = { viewport: { width: 1440, height: 900 } };

/** Opens the matrix at an address, once the state the address names is drawn. */
export async function openMatrix(
  open: Open,
  address: string,
  options: BrowserContextOptions = WIDE,
): Promise<Page> {
  const page = await open(address, options);
  await page.locator('[data-tools]:not([hidden])').waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.documentElement.dataset['pending'] === undefined);
  return page;
}

/** The sentence on how many techniques the filters leave. */
export const shown = async (page: Page): Promise<string> =>
  (await page.locator('[data-shown]').innerText()).trim();

/** Technique id → what its first cell prints, for every technique that is not filtered out. */
export async function printed(page: Page): Promise<Record<string, string>> {
  return page.locator('a.cell').evaluateAll((cells) =>
    Object.fromEntries(
      cells
        .filter((cell) => !cell.hasAttribute('data-dim') && cell.getAttribute('data-tone') !== 'out')
        .map((cell) => {
          const [, id = '', sub] =
            /techniques\/(T\d+)\/(?:(\d+)\/)?$/.exec(cell.getAttribute('href') ?? '') ?? [];
          const value = cell.querySelector('.cell-value')?.textContent ?? '';
          return [sub === undefined ? id : `${id}.${sub}`, value];
        }),
    ),
  );
}
