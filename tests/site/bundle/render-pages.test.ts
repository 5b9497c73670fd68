import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderPages } from '../../../src/site/bundle/render-pages.ts';
import { temporaryFolder } from '../../git-repository.ts';

/** A bundle whose application renders what a function says. */
function bundleOf(routes: { route: string; type: 'page' | 'endpoint'; pathname: string }[], body: string) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'code'));
  const data = routes.map((route) => ({
    routeData: { ...route, prerender: true, fallbackRoutes: [], params: [] },
  }));
  writeFileSync(
    join(folder, 'code/prerender-entry.mjs'),
    `let styles;
export const app = {
  manifest: { routes: ${JSON.stringify(data)}, trailingSlash: 'always', base: '/' },
  routeCache: {},
  setInternals: (internals) => { styles = internals.pagesByKeys; },
  setOptions: () => {},
  render: async (request, { routeData }) => { ${body} },
};`,
  );
  writeFileSync(
    join(folder, 'bundle.json'),
    JSON.stringify({ entry: 'prerender-entry.mjs', styles: [['page', ['a.css']]] }),
  );
  return { folder, remove: () => undefined };
}

const page = (pathname: string) => ({ route: pathname, type: 'page' as const, pathname });

test('each path is asked for at its address and written to its file', async () => {
  const out = temporaryFolder();
  const bundle = bundleOf(
    [page('/'), page('/docs/start'), page('/404'), { ...page('/rows.json'), type: 'endpoint' }],
    'return new Response(request.url + " " + routeData.route + " " + styles.get("page").styles);',
  );
  const pages = await renderPages(bundle, { site: 'https://soc.example.org', base: '/x' }, out);
  expect(pages).toEqual(['index.html', 'docs/start/index.html', '404.html']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('https://soc.example.org/x/ / a.css');
  expect(readFileSync(join(out, 'docs/start/index.html'), 'utf8')).toBe(
    'https://soc.example.org/x/docs/start/ /docs/start a.css',
  );
  expect(readFileSync(join(out, 'rows.json'), 'utf8')).toBe(
    'https://soc.example.org/x/rows.json /rows.json a.css',
  );
});

test('links to styles and scripts are made for the base the site stands under', async () => {
  const out = temporaryFolder();
  const bundle = bundleOf([page('/a')], 'return new Response(app.manifest.base);');
  for (const base of ['/x/y', '/x/y/']) {
    await renderPages(bundle, { base }, out);
    expect(readFileSync(join(out, 'a/index.html'), 'utf8')).toBe('/x/y/');
  }
});

test('of two routes to one file the first has it', async () => {
  const out = temporaryFolder();
  const bundle = bundleOf(
    [page('/a'), { ...page('/a/'), route: 'other' }],
    'return new Response(routeData.route);',
  );
  expect(await renderPages(bundle, { base: '/' }, out)).toEqual(['a/index.html']);
  expect(readFileSync(join(out, 'a/index.html'), 'utf8')).toBe('/a');
});

test('a page that fails is named, with its cause, and nothing is written once that is told', async () => {
  const out = temporaryFolder();
  const routes = Array.from({ length: 40 }, (_, number) => page(`/p${String(number)}`));
  const bundle = bundleOf(
    routes,
    `if (routeData.route === '/p3') throw new TypeError('no such rule');
     await new Promise((done) => setTimeout(done, 5));
     return new Response('');`,
  );
  const failing = renderPages(bundle, { base: '/' }, out);
  await expect(failing).rejects.toThrow('The page p3/index.html could not be rendered');
  await expect(failing).rejects.toMatchObject({
    cause: expect.objectContaining({ message: 'no such rule' }) as unknown,
  });
  expect(existsSync(join(out, 'p7/index.html'))).toBe(true);
  expect(existsSync(join(out, 'p8/index.html'))).toBe(false);
});

test('a page that cannot be written is not said to have failed', async () => {
  const out = temporaryFolder();
  writeFileSync(join(out, 'a'), 'a file where a folder is to be');
  const bundle = bundleOf([page('/a')], 'return new Response("");');
  await expect(renderPages(bundle, { base: '/' }, out)).rejects.toThrow(/ENOTDIR|EEXIST/);
});
