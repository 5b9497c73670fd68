import type { Page } from 'playwright-core';

/** Opens the command palette by its keys. */
export async function openPalette(page: Page, keys = 'Control+k'): Promise<void> {
  await page.locator('button[data-search-open]').waitFor();
  await page.keyboard.press(keys);
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
}

/** Types into the palette and waits for what it says. */
export async function ask(page: Page, words: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search this site' }).fill(words);
  await page.locator('.palette:not([data-waiting]) [role=status]:not(:empty)').waitFor();
}

/** The address Enter would lead to. */
export const chosen = (page: Page): Promise<string | null> =>
  page.locator('[role=option][aria-selected=true]').getAttribute('href');
