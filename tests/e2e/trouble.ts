import type { Page } from 'playwright-core';

/**
 * Watches a page from now on. The list grows with each request to another host than that of `home`, each answer of 400
 * and above, each error in the console and each that is thrown.
 */
export function watchForTrouble(page: Page, home: string): string[] {
  const { host } = new URL(home);
  const trouble: string[] = [];
  page.on('request', (request) => {
    const { protocol, host: asked } = new URL(request.url());
    if (asked !== host && protocol !== 'data:' && protocol !== 'blob:') trouble.push(`asks ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${String(response.status())} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`logs ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => {
    trouble.push(`throws ${error.message}`);
  });
  return trouble;
}
