import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { findBrowser } from './find-browser.ts';

/** Playwright switches these off itself, but a list of our own takes the place of its list. */
const OFF_FOR_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** Pages of the browser's own that every window loads behind its address bar: half of what a new page costs. */
const POPUPS = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--disable-features=${[...OFF_FOR_PLAYWRIGHT, ...POPUPS].join(',')}`,
];

interface Browsing {
  /**
   * A page as a new reader has it: nothing stored, nothing open before. It is the test's until the test ends, and then
   * the next one's: a window of its own costs more than most of what is tried in it.
   */
  open: (url: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A blank page in a context of its own, for who wants it longer, or puts scripts and routes into it. */
  openOwn: (options?: BrowserContextOptions) => Promise<Page>;
}

/** A browser for the tests of a file. */
export function useBrowser(): Browsing {
  let browser: Browser;
  const idle = new Map<string, Page[]>();
  const lent: { key: string; page: Page }[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findBrowser(), args: ARGS });
  });
  afterEach(async ({ task }) => {
    for (const { key, page } of lent.splice(0)) {
      if (page.isClosed()) continue;
      // Who knows in what state a test left it that broke off.
      if (task.result?.state === 'fail') await page.context().close();
      else {
        await makeNew(page);
        idle.set(key, [...(idle.get(key) ?? []), page]);
      }
    }
  });
  afterAll(async () => {
    await browser.close();
  });

  const openOwn = async (options: BrowserContextOptions = {}): Promise<Page> =>
    (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();
  return {
    open: async (url, options = {}) => {
      const key = JSON.stringify(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      const page = idle.get(key)?.pop() ?? (await openOwn(options));
      lent.push({ key, page });
      await page.goto(url);
      return page;
    },
    openOwn,
  };
}

/** Leaves the page without what a test did to it. */
async function makeNew(page: Page): Promise<void> {
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.emulateMedia({ media: null });
  if (page.url().startsWith('http'))
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  await page.context().clearCookies();
  // An address with another fragment would else be the same page, and the pointer would be over something.
  await page.goto('about:blank');
  await page.mouse.move(0, 0);
}

export const PHONE = { width: 320, height: 700 };
