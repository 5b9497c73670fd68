/**
 * Takes screenshots of every kind of page, each view of the matrix, search and palette: 1440 and 390 px wide, light and
 * dark, into the ignored folder `shots`. `npm run shots -- --site DIR` takes them of a site that is built already,
 * `-- --only TEXT` those whose name holds a text.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { x } from 'tinyexec';
import { findBrowser } from '../tests/e2e/find-browser.ts';
import { PAGE_KINDS } from '../tests/e2e/page-kinds.ts';
import { serve } from '../tests/e2e/static-server.ts';

/** A picture to take: where, and what to do there first. */
interface Shot {
  name: string;
  path: string;
  act?: (page: Page) => Promise<void>;
}

const MATRIX_VIEWS = [
  'rules',
  'hunts',
  'proof',
  'robustness',
  'freshness',
  'visibility',
  'relevance',
  'gap',
  'actor&actor=G1015',
];

const SHOTS: Shot[] = [
  ...Object.entries(PAGE_KINDS).map(([name, path]) => ({ name, path })),
  ...MATRIX_VIEWS.map((view) => ({ name: `matrix ${view}`, path: `matrix/enterprise/?view=${view}` })),
  { name: 'matrix table', path: 'matrix/enterprise/?as=table' },
  { name: 'matrix filtered', path: 'matrix/enterprise/?platform=Linux&level=claimed' },
  { name: 'search results', path: 'search/?q=lsass' },
  {
    name: 'palette empty',
    path: '',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.locator('[role=option]').first().waitFor();
    },
  },
  {
    name: 'palette results',
    path: '',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('lsass');
      await page.waitForTimeout(1000);
    },
  },
];

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { site: { type: 'string' }, out: { type: 'string', default: 'shots' }, only: { type: 'string' } },
});

const built = values.site === undefined ? await mkdtemp(join(tmpdir(), 'coverbook-shots-')) : undefined;
const root = built ?? resolve(values.site ?? '');
try {
  if (built) await x('node', ['scripts/coverbook.ts', 'build', '--quiet', '--out', built]);
  await takeAll(root, values.out, values.only ?? '');
} finally {
  if (built) await rm(built, { recursive: true, force: true });
}

async function takeAll(site: string, out: string, only: string): Promise<void> {
  const { url, close } = await serve(site, '/');
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    for (const width of [1440, 390]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const folder = join(out, `${String(width)}-${colorScheme}`);
        await mkdir(folder, { recursive: true });
        const viewport = { width, height: width === 390 ? 844 : 900 };
        const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
        const page = await context.newPage();
        for (const { name, path, act } of SHOTS.filter((shot) => shot.name.includes(only))) {
          await page.goto(url + path, { waitUntil: 'networkidle' });
          await act?.(page);
          const file = join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`);
          await page.screenshot({ path: file, fullPage: act === undefined });
        }
        await context.close();
      }
    }
  } finally {
    await browser.close();
    await close();
  }
}
