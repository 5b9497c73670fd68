import { describe, expect, inject, test } from 'vitest';
import { readPage, siteFiles, type SitePage } from './site-files.ts';

const SITES = [
  ['the demo site', inject('site')],
  ['the same site under a base', inject('basedSite')],
] as const;

describe.each(SITES)('%s', (_, { root, base }) => {
  const files = new Set(siteFiles(root));
  const pages = new Map<string, SitePage>();
  for (const path of files) if (path.endsWith('.html')) pages.set(path, readPage(root, path));

  test('has a page for every technique, rule, playbook and exercise', () => {
    const inFolder = (folder: string): number =>
      [...pages.keys()].filter((path) => path.startsWith(`${folder}/`)).length;
    expect(inFolder('techniques')).toBeGreaterThan(700);
    expect(inFolder('detections')).toBeGreaterThan(60);
    expect(inFolder('playbooks')).toBeGreaterThan(12);
    expect(inFolder('exercises')).toBeGreaterThan(3);
  });

  test('every internal link and asset resolves, fragments included', () => {
    const broken: string[] = [];
    for (const page of pages.values()) {
      for (const { value } of page.links) {
        const url = new URL(value, `https://site.invalid${base}${page.path}`);
        if (url.host !== 'site.invalid') continue;
        const target = decodeURIComponent(url.pathname);
        const file = target.startsWith(base)
          ? target.slice(base.length).replace(/(^|\/)$/, '$1index.html')
          : undefined;
        const fragment = decodeURIComponent(url.hash.slice(1));
        const isThere = file !== undefined && files.has(file);
        const hasFragment =
          fragment === '' || (file !== undefined && pages.get(file)?.ids.has(fragment) === true);
        if (!isThere || !hasFragment) broken.push(`${page.path}: ${value}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('every page can be reached from the home page', () => {
    const reached = new Set<string>(['index.html', '404.html', 'styleguide/index.html']);
    const queue = ['index.html'];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      for (const { tag, value } of pages.get(path)?.links ?? []) {
        if (tag !== 'a') continue;
        const url = new URL(value, `https://site.invalid${base}${path}`);
        if (url.host !== 'site.invalid') continue;
        const file = decodeURIComponent(url.pathname)
          .slice(base.length)
          .replace(/(^|\/)$/, '$1index.html');
        if (!pages.has(file) || reached.has(file)) continue;
        reached.add(file);
        queue.push(file);
      }
    }
    expect([...pages.keys()].filter((path) => !reached.has(path))).toEqual([]);
  });

  test('no page loads anything from another host', () => {
    const loaded = [...pages.values()].flatMap(({ path, links }) =>
      links
        .filter(({ tag }) => tag !== 'a')
        .filter(({ value }) => /^(?:[a-z]+:)?\/\//i.test(value))
        .map(({ value }) => `${path}: ${value}`),
    );
    expect(loaded).toEqual([]);
  });
});
