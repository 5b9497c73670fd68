import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { scriptBytes } from './script-bytes.ts';
import { siteFiles } from './site-files.ts';

const { root } = inject('site');
const pages = siteFiles(root).filter((path) => path.endsWith('.html'));
const KB = 1000;

test('a technique page is under 100 KB of HTML', () => {
  const heavy = pages
    .filter((path) => path.startsWith('techniques/T'))
    .map((path) => ({ path, size: statSync(join(root, path)).size }))
    .filter(({ size }) => size > 100 * KB);
  expect(pages.filter((path) => path.startsWith('techniques/T')).length).toBeGreaterThan(700);
  expect(heavy).toEqual([]);
});

test.each(['techniques/T1059/001/index.html', 'techniques/T1059/index.html', 'index.html', '404.html'])(
  '%s runs less than 20 KB of script, and some',
  (path) => {
    expect(scriptBytes(root, path)).toBeGreaterThan(500);
    expect(scriptBytes(root, path)).toBeLessThan(20 * KB);
  },
);

test('the fonts a page preloads are there, and together under 100 KB', () => {
  const html = readFileSync(join(root, 'techniques/T1059/001/index.html'), 'utf8');
  const fonts = [...html.matchAll(/<link rel="preload" href="\/([^"]+\.woff2)"/g)].map(
    ([, file = '']) => file,
  );
  expect(fonts).toHaveLength(2);
  expect(fonts.every((file) => existsSync(join(root, file)))).toBe(true);
  expect(fonts.reduce((sum, file) => sum + statSync(join(root, file)).size, 0)).toBeLessThan(100 * KB);
});

test('no page holds a style, a script or a handler of its own', () => {
  const inline = pages.flatMap((path) => {
    const html = readFileSync(join(root, path), 'utf8');
    return [
      ...html.matchAll(/<style[ >]|<script(?![^>]*\bsrc=)[^>]*>|<[a-z][^>]*\s(?:style|on[a-z]+)="[^>]*>/g),
    ].map(([found]) => `${path}: ${found.slice(0, 120)}`);
  });
  expect(inline).toEqual([]);
});

test('every page says what it may load, before it loads anything', () => {
  const without = pages.filter((path) => {
    const html = readFileSync(join(root, path), 'utf8');
    const policy = html.indexOf('<meta http-equiv="Content-Security-Policy"');
    return policy < 0 || policy > html.search(/<link|<script/);
  });
  expect(without).toEqual([]);
});
