import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** On a busy machine a change takes longer than the second a poll is given. */
export const eventually = <Value>(read: () => Value | Promise<Value>) =>
  expect.poll(read, { timeout: 20_000 });

/** The rows the table draws. */
export const rows = (page: Page): Locator => page.locator('.data-table tbody tr');

/** What the table says of itself: `12 of 76 rules, sorted by changed, descending`. */
export const status = async (page: Page): Promise<string> =>
  (await page.locator('.table-status').innerText()).trim();

/** Waits until the table's script has the controls. */
export const ready = async (page: Page): Promise<void> => {
  await page.locator('.data-table[data-ready]').waitFor();
};

/** What the first column names, row by row. */
export const titles = (page: Page): Promise<string[]> => rows(page).locator('th').allInnerTexts();

/** What the address asks of the table. */
export const asked = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
