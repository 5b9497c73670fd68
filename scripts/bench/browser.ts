import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../../tests/e2e/find-browser.ts';
import { serve } from '../../tests/e2e/static-server.ts';
import { VISITS, type Visit } from './browser/interactions.ts';
import { takePaints, watchPaints, type Paints } from './browser/watch-paints.ts';

/** A computer four times slower than this one: a laptop of some years, or a phone. */
export const SLOWDOWN = 4;

/** One interaction over all runs, in milliseconds. */
export interface InteractionCost {
  page: string;
  says: string;
  /** Median of the runs and worst of them, to the next paint. */
  median: number;
  worst: number;
  /** The longest task of any run, what follows the paint included. */
  blocked: number;
}

/**
 * Measures what a reader waits for on a site that is built: from each key and click to the next paint, in Chromium on a
 * processor slowed down.
 *
 * @param root The site's folder, built for the base `/`.
 * @throws When there is no browser, or when the site lacks what an interaction needs.
 */
export async function measureInteractions(
  root: string,
  { runs, only = '' }: { runs: number; only?: string },
): Promise<{ browser: string; costs: InteractionCost[] }> {
  const { url, close } = await serve(root, '/');
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  try {
    const costs: InteractionCost[] = [];
    for (const visit of VISITS.filter(({ page }) => page.toLowerCase().includes(only))) {
      const taken: Paints[][] = [];
      for (let run = 0; run < runs; run += 1) taken.push(await runVisit(browser, url, visit));
      costs.push(...visit.interactions.map(({ says }, place) => summed(visit.page, says, taken, place)));
    }
    return { browser: `Chromium ${browser.version()}`, costs };
  } finally {
    await browser.close();
    await close();
  }
}

async function runVisit(browser: Browser, site: string, visit: Visit): Promise<Paints[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await watchPaints(page);
    const { fetches, html } = visit;
    if (html !== undefined)
      await page.route(site + visit.path, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    const fetched = fetches === undefined ? undefined : page.waitForResponse(site + fetches);
    await page.goto(site + visit.path);
    await page.locator(visit.ready).waitFor({ state: 'attached' });
    await fetched;
    await slowDown(page);
    await takePaints(page);
    const paints: Paints[] = [];
    for (const { act } of visit.interactions) {
      await act(page);
      paints.push(await takePaints(page));
    }
    return paints;
  } finally {
    await page.close();
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

function summed(page: string, says: string, runs: readonly Paints[][], place: number): InteractionCost {
  const own = runs.flatMap((run) => run[place] ?? []);
  const paints = own.map(({ toPaint }) => toPaint).sort((a, b) => a - b);
  return {
    page,
    says,
    median: paints[Math.floor(paints.length / 2)] ?? 0,
    worst: paints.at(-1) ?? 0,
    blocked: Math.max(0, ...own.map(({ blocked }) => blocked)),
  };
}
