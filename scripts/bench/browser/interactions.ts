import type { Page } from 'playwright-core';

/** Something a reader does, by mouse or keyboard as the browser itself would send it. */
export interface Interaction {
  says: string;
  act: (page: Page) => Promise<void>;
}

/** Interactions one after the other on one page. */
export interface Visit {
  page: string;
  path: string;
  /** The page itself, where the site has none of the kind. */
  html?: string;
  /** What stands in the page once its script answers. */
  ready: string;
  /** What the page asks for when it has nothing else to do: the visit begins after it. */
  fetches?: string;
  interactions: readonly Interaction[];
}

/** Milliseconds a hand rests on a thing before it presses, and keeps it pressed. */
const RESTS = 100;
const HELD = 80;

/**
 * A click as a hand does it. Playwright's own sends the way there, the press and the release in one go: the browser answers them
 * in one task, and all that is counted from the press on.
 */
const click =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    // Without the checks Playwright does in the page.
    await page.locator(selector).first().hover({ force: true });
    await page.waitForTimeout(RESTS);
    await page.mouse.down();
    await page.waitForTimeout(HELD);
    await page.mouse.up();
  };

const openChoice =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await click(selector)(page);
    await page.keyboard.press('Escape');
  };

const type =
  (selector: string, words: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(selector).first().focus();
    // As fast as people who type well.
    await page.keyboard.type(words, { delay: 90 });
  };

/** The next choice of a select; a closed one takes it at once. */
const choose =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(selector).first().focus();
    await page.keyboard.press('ArrowDown');
  };

/** Nothing to draw, and no script: what it takes is the browser's own. */
const EMPTY = `<!doctype html><title>Empty</title>
<button type="button">A button</button>
<select><option>All</option><option>One</option><option>Another</option><option>A third</option></select>
<input>`;

export const VISITS: readonly Visit[] = [
  {
    page: 'An empty page',
    path: 'an-empty-page/',
    html: EMPTY,
    ready: 'button',
    interactions: [
      { says: 'click a button', act: click('button') },
      { says: 'type a word', act: type('input', 'powershell') },
      { says: 'open a choice', act: openChoice('select') },
      { says: 'choose', act: choose('select') },
    ],
  },
  {
    page: 'Table of rules',
    path: 'detections/',
    ready: '.data-table[data-ready]',
    fetches: 'detections/rows.json',
    interactions: [
      { says: 'type a filter', act: type('.table-search input', 'powershell') },
      {
        says: 'take it back',
        act: async (page: Page): Promise<void> => {
          await page.locator('.table-search input').focus();
          await page.keyboard.press('Control+A');
          await page.keyboard.press('Delete');
        },
      },
      { says: 'sort by a column', act: click('th[data-column="severity"] button') },
      { says: 'sort by another', act: click('th[data-column="changed"] button') },
      { says: 'open a choice', act: openChoice('select[name="source"]') },
      { says: 'choose', act: choose('select[name="severity"]') },
      { says: 'choose once more', act: choose('select[name="status"]') },
      { says: 'reset', act: click('.table-controls [type="reset"]') },
      { says: 'next page', act: click('[data-page="next"]') },
    ],
  },
  {
    page: 'Search palette',
    path: '',
    ready: 'button[data-search-open]:not([hidden])',
    interactions: [
      { says: 'open it', act: (page: Page): Promise<void> => page.keyboard.press('Control+k') },
      { says: 'type a name', act: type('#palette-input', 'lsass memory') },
      { says: 'move the choice', act: (page: Page): Promise<void> => page.keyboard.press('ArrowDown') },
      {
        says: 'type another',
        act: async (page: Page): Promise<void> => {
          await page.keyboard.press('Control+A');
          await page.keyboard.type('powershell', { delay: 90 });
        },
      },
    ],
  },
  {
    page: 'Matrix',
    path: 'matrix/enterprise/',
    ready: '[data-tools]:not([hidden])',
    interactions: [
      { says: 'change the view', act: click('label:has([name="view"][value="rules"])') },
      { says: 'change it again', act: click('label:has([name="view"][value="robustness"])') },
      { says: 'filter by platform', act: choose('[data-tools] [name="platform"]') },
      { says: 'filter by level', act: choose('[data-tools] [name="level"]') },
      { says: 'take the filters off', act: click('[data-reset]') },
      { says: 'unfold a technique', act: click('[data-matrix] summary') },
      { says: 'unfold all', act: click('[data-unfold]') },
      { says: 'fold all', act: click('[data-unfold]') },
      { says: 'show as a table', act: click('[data-as-table]') },
      { says: 'sort that table', act: click('[data-sort="rules"]') },
      { says: 'back to the matrix', act: click('[data-as-table]') },
      { says: 'walk by arrow keys', act: walk },
    ],
  },
];

async function walk(page: Page): Promise<void> {
  await page.locator('[data-matrix] [data-stop][tabindex="0"]').first().focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
}
