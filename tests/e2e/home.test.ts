import type { Page } from 'playwright-core';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, inject, test } from 'vitest';
import { PHONE, useBrowser } from './browser.ts';
import { siteFiles } from './site-files.ts';

const { url, root } = inject('site');
const based = inject('basedSite');
const { open } = useBrowser();

const NUMBERS = ['Covered', 'Proven', 'Hunted only', 'Missed', 'Open gaps'];
const noScript = { javaScriptEnabled: false } as const;

/** Element name → texts, of a well-formed XML document. */
function readXml(file: string): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => path.push(name));
  parser.on('text', (text) => {
    if (text.trim() !== '') texts.set(path.join('/'), [...(texts.get(path.join('/')) ?? []), text]);
  });
  parser.on('closetag', () => path.pop());
  parser.write(readFileSync(file, 'utf8')).close();
  return texts;
}

async function firstNumber(page: Page, selector: string): Promise<number> {
  return Number(/\d[\d,]*/.exec(await page.locator(selector).first().innerText())?.[0].replaceAll(',', ''));
}

test.each(NUMBERS.map((name, index) => [name, index] as const))(
  'the number “%s” leads to exactly what it counts, without JavaScript',
  async (name, index) => {
    const page = await open(url, noScript);
    const item = page.locator('.headline > li').nth(index);
    expect((await item.locator('.headline-name').innerText()).trim()).toBe(name);
    const counted = Number((await item.locator('strong').innerText()).replaceAll(',', ''));
    await item.locator('a').click();
    await page.waitForURL(/#/);
    const rows = name === 'Open gaps' ? '#gaps-enterprise' : '#enterprise';
    const section = page.locator('section').filter({ has: page.locator(rows) });
    const target = name === 'Open gaps' ? section : page.locator('section#enterprise');
    expect(await target.locator('tbody tr:visible').count()).toBe(counted);
  },
);

test('the skyline says of every tactic what its page says', async () => {
  const page = await open(url, noScript);
  const links = await page.locator('.skyline a').evaluateAll((all) =>
    all.map((link) => ({
      path: link.getAttribute('href') ?? '',
      covered: Number(link.querySelector('strong')?.textContent),
    })),
  );
  expect(links).toHaveLength(15);
  const { path, covered } = links.find((link) => link.covered > 3)!;
  await page.goto(new URL(path, url).href);
  expect(await page.locator('tbody tr:visible').count()).toBe(covered);
});

test('the message stands on one screen of a laptop', async () => {
  const page = await open(url, { viewport: { width: 1440, height: 900 } });
  const bottom = await page.locator('.skyline').evaluate((element) => element.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThan(800);
});

test('what a technique lacks stands in chips that do not overlap', async () => {
  for (const viewport of [{ width: 1440, height: 900 }, PHONE]) {
    const page = await open(url, { ...noScript, viewport });
    const overlaps = await page.locator('.top-gaps .missing').evaluateAll((lists) =>
      lists.flatMap((list) => {
        const boxes = [...list.children].map((chip) => ({
          box: chip.getBoundingClientRect(),
          cut: chip.scrollWidth > chip.clientWidth,
        }));
        return boxes.filter(({ box, cut }, index) => {
          const next = boxes[index + 1]?.box;
          return cut || (next?.top === box.top && next.left < box.right);
        });
      }),
    );
    expect(overlaps).toEqual([]);
  }
});

test('changes can be narrowed to one kind without JavaScript', async () => {
  const page = await open(`${url}changes/`, noScript);
  const rows = page.locator('.recent > li:visible');
  const all = await rows.count();
  await page.getByRole('link', { name: /^Hunts \d+$/ }).click();
  const hunts = await rows.count();
  expect(hunts).toBeGreaterThan(0);
  expect(hunts).toBeLessThan(all);
  expect(await page.locator('.recent > li[data-topic="hunts"]').count()).toBe(hunts);
});

describe('a source', () => {
  test('was read from as many files as its formats and reasons add up to', async () => {
    const page = await open(`${url}sources/team/`, noScript);
    const total = await firstNumber(page, '#files .tally');
    const parts = await page
      .locator('.file-groups summary strong')
      .evaluateAll((all) => all.map((strong) => Number(strong.textContent.replaceAll(',', ''))));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    const listed = await page.locator('.file-groups li').count();
    expect(listed).toBe(total);
  });

  test('has as many rules that count and do not as it has rules', async () => {
    const page = await open(`${url}sources/team/`, noScript);
    const [rules = 0, counting = 0] = (await page.locator('#rules + dd').innerText())
      .match(/\d+/g)!
      .map(Number);
    const not = await page
      .locator('#rules + dd summary strong')
      .evaluateAll((all) => all.reduce((sum, strong) => sum + Number(strong.textContent), 0));
    expect(not).toBeGreaterThan(0);
    expect(counting + not).toBe(rules);
  });
});

test('a number of findings leads to as many findings', async () => {
  const page = await open(`${url}quality/`, noScript);
  const cell = page.locator('.finding-table tbody td.number a').first();
  const counted = Number(await cell.innerText());
  await cell.click();
  await page.waitForURL('**/quality/*/#*');
  const id = new URL(page.url()).hash.slice(1);
  expect(await page.locator(`section[aria-labelledby="${id}"] .finding-list > li`).count()).toBe(counted);
});

describe('the feed', () => {
  const file = join(based.root, 'feed.xml');

  test('is RSS 2.0 with absolute links to pages there are, newest first', () => {
    expect(readFileSync(file, 'utf8')).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<rss version="2\.0"/,
    );
    const feed = readXml(file);
    const channel = 'rss/channel';
    expect(feed.get(`${channel}/title`)).toEqual(['Coverbook demo SOC']);
    expect(feed.get(`${channel}/link`)).toEqual(['https://soc.example.org/x/y/']);
    const links = feed.get(`${channel}/item/link`) ?? [];
    expect(links).toHaveLength(50);
    for (const link of links) {
      expect(link.startsWith('https://soc.example.org/x/y/')).toBe(true);
      expect(
        existsSync(join(based.root, link.slice('https://soc.example.org/x/y/'.length), 'index.html')),
      ).toBe(true);
    }
    const guids = feed.get(`${channel}/item/guid`) ?? [];
    expect(new Set(guids).size).toBe(50);
    const dates = (feed.get(`${channel}/item/pubDate`) ?? []).map((date) => Date.parse(date));
    expect(dates).toHaveLength(50);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  });

  test('is named in the head of every page, with the sitemap', () => {
    const html = readFileSync(join(based.root, 'techniques/T1059/index.html'), 'utf8');
    expect(html).toContain('<link rel="alternate" type="application/rss+xml"');
    expect(html).toContain('href="/x/y/feed.xml"');
    expect(html).toContain('<link rel="sitemap" href="/x/y/sitemap-index.xml"');
  });

  test('is neither written nor named where the config names no site', () => {
    expect(existsSync(join(root, 'feed.xml'))).toBe(false);
    expect(existsSync(join(root, 'sitemap-index.xml'))).toBe(false);
    expect(readFileSync(join(root, 'index.html'), 'utf8')).not.toMatch(/rss\+xml|rel="sitemap"/);
    expect(readFileSync(join(root, 'changes/index.html'), 'utf8')).toContain('No feed');
  });
});

test('the sitemap lists every page once, but not the one for what is not there', () => {
  const [index = ''] = readXml(join(based.root, 'sitemap-index.xml')).get('sitemapindex/sitemap/loc') ?? [];
  expect(index).toBe('https://soc.example.org/x/y/sitemap-0.xml');
  const listed = readXml(join(based.root, 'sitemap-0.xml')).get('urlset/url/loc') ?? [];
  const pages = siteFiles(based.root)
    .filter((path) => path.endsWith('index.html') && !path.startsWith('styleguide/'))
    .map((path) => `https://soc.example.org/x/y/${path.replace(/index\.html$/, '')}`);
  expect(listed.map((page) => decodeURI(page)).toSorted()).toEqual(pages.toSorted());
  expect(listed.some((page) => page.includes('/404'))).toBe(false);
});

describe('an address there is nothing at', () => {
  test.each([
    ['techniques/T1059.001.html', 'PowerShell', 'techniques/T1059/001/'],
    ['techniques/T1059/999/', 'Command and Scripting Interpreter', 'techniques/T1059/'],
    ['groups/scattered-spider', 'Scattered Spider', 'actors/G1015/'],
    ['rules/defender_protection_disabled.html', 'Defender', 'detections/team/defender-protection-disabled/'],
    ['playbooks/handles-and-drivers/', 'LSASS', 'playbooks/lsass-handles-and-drivers/'],
  ])('%s leads to %s', async (address, name, path) => {
    const page = await open(based.url + address);
    const offers = page.locator('[data-offers] a');
    await offers.first().waitFor();
    expect(await offers.first().innerText()).toContain(name);
    expect(await offers.first().getAttribute('href')).toBe(`/x/y/${path}`);
  });

  test('can be searched for by its words', async () => {
    const page = await open(`${url}rules/defender-protection-disabled/`);
    const search = page.getByRole('link', { name: 'Search for “defender protection disabled”' });
    expect(await search.getAttribute('href')).toMatch(/\/search\/\?q=defender\+protection\+disabled$/);
  });
});
