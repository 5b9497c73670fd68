import { expect, test } from 'vitest';
import { sitemapFiles } from '../../src/site/sitemap.ts';

const text = (content: Uint8Array | undefined): string => Buffer.from(content ?? []).toString('utf8');

test('every page has its address, in order; the ones nobody searches for have none', async () => {
  const pages = [
    'techniques/t1059/index.html',
    'index.html',
    '404.html',
    'styleguide/index.html',
    'docs/a&b/index.html',
  ];
  const files = await sitemapFiles({ site: 'https://soc.example.org', base: '/x/y' }, pages);
  expect([...files.keys()]).toEqual(['sitemap-0.xml', 'sitemap-index.xml']);
  expect(
    [...text(files.get('sitemap-0.xml')).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc),
  ).toEqual([
    'https://soc.example.org/x/y/docs/a&amp;b/',
    'https://soc.example.org/x/y/',
    'https://soc.example.org/x/y/techniques/t1059/',
  ]);
  expect(text(files.get('sitemap-index.xml'))).toContain(
    '<sitemap><loc>https://soc.example.org/x/y/sitemap-0.xml</loc></sitemap>',
  );
});

test('more pages than a file may list stand in several', async () => {
  const pages = Array.from({ length: 45_001 }, (_, number) => `p/${String(number)}/index.html`);
  const files = await sitemapFiles({ site: 'https://soc.example.org', base: '/' }, pages);
  expect([...files.keys()]).toEqual(['sitemap-0.xml', 'sitemap-1.xml', 'sitemap-index.xml']);
  expect(text(files.get('sitemap-1.xml')).match(/<loc>/g)).toHaveLength(1);
});

test('without an address there is none', async () => {
  expect([...(await sitemapFiles({ base: '/' }, ['index.html']))]).toEqual([]);
});
