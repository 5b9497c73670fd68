import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { x } from 'tinyexec';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { PHONE, useBrowser } from './browser.ts';
import { siteFiles } from './site-files.ts';
import { serve } from './static-server.ts';

const HOSTILE = 'feature/<img src=x onerror=alert(1)>';
const { open } = useBrowser();

let root: string;
let url: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'coverbook-preview-'));
  root = join(folder, 'pr-7');
  writeFileSync(join(folder, 'one.yml'), 'title: One\nlogsource: {}\ndetection: { a: [b], condition: a }\n');
  writeFileSync(
    join(folder, 'coverbook.yaml'),
    "title: Team\nsite: https://soc.example.org\nnow: '2026-11-20'\nsources: [{ name: team, path: ., include: ['*.yml'] }]\n",
  );
  const args = [resolve('scripts/coverbook.ts'), 'build', '--quiet', '--out', root, '--base', '/pr-7/'];
  const { exitCode, stderr } = await x(process.execPath, [...args, '--preview', HOSTILE], {
    nodeOptions: { cwd: folder },
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  ({ url, close } = await serve(root, '/pr-7/'));
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
});

afterAll(async () => {
  await close();
});

test('every page of a preview says so, and asks not to be indexed', () => {
  const pages = siteFiles(root).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(500);
  const silent = pages.filter((path) => {
    const html = readFileSync(join(root, path), 'utf8');
    return !html.includes('<meta name="robots" content="noindex">') || !html.includes('preview-banner');
  });
  expect(silent).toEqual([]);
});

test('it has neither feed nor sitemap, and no page leads to one', async () => {
  expect(siteFiles(root).filter((path) => /feed|sitemap/.test(path))).toEqual([]);
  const page = await open(`${url}changes/`);
  expect(await page.locator('a[href*="feed"], link[href*="feed"], link[rel=sitemap]').count()).toBe(0);
});

test.each([
  ['light', { width: 1440, height: 900 }],
  ['dark', PHONE],
] as const)(
  'the banner names the ref as it is, under another base than the config’s: %s',
  async (colorScheme, viewport) => {
    const page = await open(`${url}detections/`, { colorScheme, viewport });
    const banner = page.getByRole('complementary', { name: 'Preview' });
    expect((await banner.innerText()).replaceAll(/\s+/g, ' ')).toBe(
      `Preview of ${HOSTILE}: what coverage would be, not what it is.`,
    );
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'One' }).first().click();
    await page.waitForURL(`${url}detections/team/**`);
  },
);

test.each([
  ['--base', 'pr-7', /Expected a path that starts with `\/`/],
  ['--site', 'javascript:alert(1)', /such as https:\/\/soc\.example\.org/],
])('%s %s is refused with exit 2', async (option, value, said) => {
  const { exitCode, stderr } = await x(process.execPath, [
    resolve('scripts/coverbook.ts'),
    'build',
    option,
    value,
  ]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(said);
});
