import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { validateLayer } from '../navigator/navigator-rules.ts';
import { PHONE, useBrowser } from './browser.ts';
import { openMatrix, printed, shown, WIDE } from './matrix-page.ts';

const site = inject('site');
const matrix = `${site.url}matrix/enterprise/`;
const { open, openOwn } = useBrowser();

interface LayerFile {
  name: string;
  description: string;
  techniques: { techniqueID: string; score?: number; color?: string; enabled?: boolean }[];
}

const layerFile = (id: string): LayerFile =>
  JSON.parse(readFileSync(join(site.root, `layers/enterprise-${id}.json`), 'utf8')) as LayerFile;

/** Opens the matrix in a state, once the state is drawn. */
const openState = (query = '', options?: BrowserContextOptions): Promise<Page> =>
  openMatrix(open, matrix + query, options);

test('the matrix is one stop for the Tab key', async () => {
  const page = await openState();
  expect(await page.locator('[data-matrix] [data-stop][tabindex="0"]').count()).toBe(1);
  expect(await page.locator('[data-matrix] [data-stop]:not([tabindex])').count()).toBe(0);
  // At this width every tactic is seen, and nothing scrolls sideways.
  expect(await page.locator('[data-scroll][tabindex]').count()).toBe(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
  ).toBe(true);
});

test('arrow keys move along techniques and tactics, and Enter opens the technique', async () => {
  const page = await openState();
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
  await page.locator('[data-matrix] [data-stop]').first().focus();
  expect(await focused()).toBe('Reconnaissance');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('Resource Development');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain('Active Scanning');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/techniques/T1595/');
});

test('plus unfolds sub-techniques, left leads from one to its technique, minus folds them', async () => {
  const page = await openState();
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
  await page.locator('[data-matrix] [data-stop]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain('Scanning IP Blocks');
  await page.keyboard.press('ArrowLeft');
  expect(await focused()).toContain('Active Scanning');
  await page.keyboard.press('-');
  expect(await page.locator('[data-matrix] details[open]').count()).toBe(0);
  await page.keyboard.press(' ');
  expect(await page.locator('[data-matrix] details[open]').count()).toBe(1);
  await page.keyboard.press('Home');
  expect(await focused()).toBe('Reconnaissance');
});

test('the whole matrix is there without JavaScript, with level and score in words', async () => {
  const page = await open(matrix, { javaScriptEnabled: false });
  expect(await page.locator('.matrix-column').count()).toBe(15);
  const powershell = page.locator('a.cell[href$="/T1059/001/"]').first();
  expect((await powershell.textContent())?.replaceAll(/\s+/g, ' ')).toMatch(
    /\.001 proven, score \d+ \d+ ?PowerShell/,
  );
  expect(await page.locator('[data-tools]').isVisible()).toBe(false);
});

test.each([
  ['', 'coverage'],
  ['?view=rules', 'rules-count'],
  ['?view=hunts', 'hunts'],
  ['?view=robustness', 'robustness'],
  ['?view=freshness', 'freshness', 'd'],
  ['?view=visibility', 'visibility', '%'],
  ['?view=relevance', 'relevance'],
  ['?view=gap', 'gaps'],
  ['?view=actor&actor=G1015', 'actor-g1015'],
])('the view %s prints what the layer %s says', async (query, id, unit = '') => {
  const page = await openState(query);
  const cells = await printed(page);
  const scored = layerFile(id).techniques.filter(({ score }) => score !== undefined);
  expect(scored.length).toBeGreaterThan(10);
  for (const { techniqueID, score } of scored)
    expect(cells[techniqueID], techniqueID).toBe(`${score}${unit}`);
  const others = Object.entries(cells).filter(
    ([technique]) => !scored.some(({ techniqueID }) => techniqueID === technique),
  );
  for (const [technique, value] of others) expect(['0', '–', '?', ''], technique).toContain(value);
});

test('the view of proof says in words what the layer of proof scores', async () => {
  const page = await openState('?view=proof');
  const cells = await printed(page);
  const words: Record<number, string> = { 100: 'seen', 50: 'fires', 0: 'missed' };
  for (const { techniqueID, score } of layerFile('tested-proven').techniques)
    if (score !== undefined) expect(cells[techniqueID]).toBe(words[score]);
});

test('a filter dims what does not match, and the counts follow', async () => {
  const page = await openState();
  const before = await page.locator('[data-tactic-share="0"]').innerText();
  await page.selectOption('[name="platform"]', 'Linux');
  await page.waitForURL('**/?platform=Linux');
  const kept = Object.keys(await printed(page)).length;
  expect(await shown(page)).toMatch(new RegExp(`^Showing ${kept} of \\d+: platform Linux\\.$`));
  expect(await page.locator('[data-tactic-share="0"]').innerText()).not.toBe(before);
  const counts = await page.locator('.key:not([data-tone="out"]) .key-count').allInnerTexts();
  expect(counts.reduce((sum, count) => sum + Number(count.replace(',', '')), 0)).toBe(kept);
  await page.getByRole('button', { name: 'Reset filters' }).click();
  await page.locator('a.cell[data-dim]').first().waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');
});

test.each([
  ['platform', 'Windows'],
  ['source', 'library'],
  ['log', 'windows · process_creation'],
  ['level', 'hunted'],
  ['status', 'production'],
])('the filter %s works by its control', async (name, value) => {
  const page = await openState();
  const options = await page
    .locator(`[name="${name}"] option`)
    .evaluateAll((all) => all.map((option) => option.getAttribute('value')));
  const chosen = options.includes(value) ? value : options[1]!;
  await page.selectOption(`[name="${name}"]`, chosen);
  await page.waitForURL((url) => url.searchParams.get(name) === chosen);
  await page.locator('a.cell[data-dim]').first().waitFor();
  expect(Object.keys(await printed(page)).length).toBeGreaterThan(0);
});

test('an actor is searched by a name it also has, and an unknown one is refused', async () => {
  const page = await openState('?view=actor');
  await page.fill('[name="actor"]', 'Octo Tempest');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/?view=actor&actor=G1015');
  expect(await page.locator('[data-says]').innerText()).toContain('Scattered Spider (G1015)');
  await page.fill('[name="actor"]', 'Nobody in particular');
  await page.locator('[name="view"][value="level"]').focus();
  expect(
    await page.locator('[name="actor"]').evaluate((input: HTMLInputElement) => input.validationMessage),
  ).toBe('No actor has this name or id.');
  expect(new URL(page.url()).searchParams.get('actor')).toBe('G1015');
});

test('the state is in the address, and the back button undoes it', async () => {
  const page = await openState();
  await page.getByRole('radio', { name: 'Rules' }).check();
  await page.waitForURL('**/?view=rules');
  await page.selectOption('[name="level"]', 'proven');
  await page.waitForURL('**/?view=rules&level=proven');
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await page.waitForURL('**/?view=rules&level=proven&unfold=all');
  const all = await page.locator('[data-matrix] details').count();
  expect(await page.locator('[data-matrix] details[open]').count()).toBe(all);
  const drawn = await printed(page);

  const again = await openState(new URL(page.url()).search);
  expect(await printed(again)).toEqual(drawn);
  expect(await again.locator('[name="view"]:checked').getAttribute('value')).toBe('rules');
  expect(await again.locator('[name="level"]').inputValue()).toBe('proven');

  await page.goBack();
  await page.waitForFunction(() => !document.querySelector('[data-matrix] details[open]'));
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector('a.cell[data-dim]'));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('.key')?.textContent.includes('Proven'));
  expect(new URL(page.url()).search).toBe('');
});

test('nothing moves when the state of the address is drawn', async () => {
  const page = await openOwn(WIDE);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const query of ['', '?view=freshness&platform=Linux', '?unfold=all', '?as=table&sort=-score']) {
    await page.goto(matrix + query, { waitUntil: 'networkidle' });
    await page.waitForFunction(() => document.documentElement.dataset['pending'] === undefined);
    const moved = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
    expect(
      moved.reduce((sum, value) => sum + value, 0),
      query,
    ).toBeLessThan(0.01);
  }
});

test('the table has the techniques the filters leave, and sorts', async () => {
  const page = await openState('?as=table&level=hunted');
  const rows = page.locator('[data-table] tbody tr');
  expect(await shown(page)).toContain(`Showing ${await rows.count()} of`);
  expect(await page.locator('[data-scroll]').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Score' }).click();
  await page.waitForURL('**sort=-score**');
  const scores = await rows.locator('td:nth-child(4)').allInnerTexts();
  expect(scores.map(Number)).toEqual(scores.map(Number).toSorted((a, b) => b - a));
  expect(await page.locator('[data-table] th[aria-sort="descending"]').innerText()).toBe('Score');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Score');
});

async function downloaded(page: Page, what: 'svg' | 'layer'): Promise<string> {
  await page.getByRole('button', { name: 'Download' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-download="${what}"]`).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

test.each([
  ['?view=gap', '.matrix-column > ul > li > a'],
  ['?view=rules&unfold=all', '.matrix-column a.cell'],
])('the picture of %s is an SVG with a cell for each of the matrix', async (query, cells) => {
  const page = await openState(query);
  const svg = await downloaded(page, 'svg');
  const drawn = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      error: parsed.querySelector('parsererror')?.textContent,
      cells: parsed.querySelectorAll('g > g').length,
      title: parsed.querySelector('title')?.textContent,
      colors: new Set([...parsed.querySelectorAll('g > g > rect')].map((rect) => rect.getAttribute('fill')))
        .size,
      outside: /<(?:script|image|style|foreignObject)|\s(?:href|style)=/.test(text),
    };
  }, svg);
  expect(drawn.error).toBeUndefined();
  expect(drawn.cells).toBe(await page.locator(cells).count());
  expect(drawn.title).toContain('Coverbook demo SOC');
  expect(drawn.colors).toBeGreaterThan(3);
  expect(drawn.outside).toBe(false);
});

test('the downloaded layer is valid, and what the filters leave out is disabled', async () => {
  const page = await openState('?view=rules&platform=Linux');
  const layer = JSON.parse(await downloaded(page, 'layer')) as LayerFile;
  expect(validateLayer(layer), JSON.stringify(validateLayer.errors)).toBe(true);
  expect(layer.name).toContain('platform Linux');
  const kept = await printed(page);
  const enabled = layer.techniques.filter(({ enabled }) => enabled !== false);
  expect(enabled.length).toBeGreaterThan(10);
  for (const { techniqueID, score } of enabled) expect(kept[techniqueID]).toBe(String(score));
});

test('a site that knows its address opens an unfiltered view in the Navigator; others say how to upload it', async () => {
  const based = inject('basedSite');
  const page = await open(`${based.url}matrix/enterprise/?view=gap`, WIDE);
  await page.getByRole('button', { name: 'Download' }).click();
  const link = page.locator('[data-navigator]');
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe(
    `https://mitre-attack.github.io/attack-navigator/#layerURL=${encodeURIComponent('https://soc.example.org/x/y/layers/enterprise-gaps.json')}`,
  );

  const bare = await openState('?view=gap');
  await bare.getByRole('button', { name: 'Download' }).click();
  await bare.locator('[data-navigator-note]:not(:empty)').waitFor();
  expect(await bare.locator('[data-navigator]').isVisible()).toBe(false);
});

test('the technique that is focused has its facts at the foot of the window', async () => {
  const page = await openState('?unfold=all');
  const cell = page.locator('a.cell[href$="/T1059/001/"]').first();
  await cell.focus();
  await page.locator('[data-strip]', { hasText: 'T1059.001 PowerShell' }).waitFor();
  const strip = await page.locator('[data-strip]').innerText();
  expect(strip).toMatch(/Proven \d+/);
  expect(strip).toMatch(/last proof \d{4}-\d\d-\d\d/);
  const [box, stripBox] = await Promise.all([cell.boundingBox(), page.locator('[data-strip]').boundingBox()]);
  expect(box!.y + box!.height).toBeLessThanOrEqual(stripBox!.y);
});

test('at 320 px the matrix is a list one column wide, with its controls folded', async () => {
  const page = await openState('', { viewport: PHONE });
  const lefts = await page
    .locator('.matrix-column > ul > li > a')
    .evaluateAll((cells) => [...new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().left)))]);
  expect(lefts).toHaveLength(1);
  expect(await page.locator('[name="platform"]').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'View and filters' }).click();
  await page.selectOption('[name="level"]', 'proven');
  await page.waitForURL('**/?level=proven');
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('a.cell[data-dim]')?.offsetParent === null,
  );
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
  ).toBe(true);
});

test.each(['', '?view=freshness&platform=Linux'])(
  'printed, the matrix %s takes one landscape page',
  async (query) => {
    const page = await openState(query);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page[^s]/g) ?? [];
    expect(pages).toHaveLength(1);
  },
);
