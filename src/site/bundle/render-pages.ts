import type { RouteData } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBase } from '../../output/paths.ts';
import type { Config } from '../../workspace/config.ts';
import { addressOf, fileOf } from './page-file.ts';
import { CODE, CONTENTS, type BundleContents, type SiteBundle } from './site-bundle.ts';

/** Rendering waits for little, but what it waits for need not be waited for one after another. */
const AT_ONCE = 8;

/** What the code of a bundle offers: Astro's own application, as its build asks it for pages. */
interface PagesApp extends StaticPathsApp {
  setInternals(internals: { pagesByKeys: ReadonlyMap<string, { styles: unknown }> }): void;
  setOptions(options: {
    settings: { scripts: readonly never[] };
    logger: { options: { destination: { write(): void } } };
  }): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/** A page, a table's rows or a feed. */
interface Rendered {
  file: string;
  route: RouteData;
}

/**
 * Renders what the pages of a bundle say of the model that is provided, as Astro's build would.
 *
 * @param folder Where they are written to, absolute.
 * @returns The files that are pages, by path from the root of the site.
 * @throws Error naming the page that could not be rendered.
 */
export async function renderPages(
  bundle: SiteBundle,
  { site = 'http://localhost', base }: Pick<Config, 'site' | 'base'>,
  folder: string,
): Promise<string[]> {
  const app = await openApp(bundle, base);
  const all = await pagesOf(app);
  const render = async ({ file, route }: Rendered): Promise<void> => {
    const request = new Request(new URL(withBase(base, addressOf(file)), site));
    const body = await app
      .render(request, { routeData: route })
      .then(async (response) => Buffer.from(await response.arrayBuffer()))
      .catch((error: unknown) => {
        throw new Error(`The page ${file} could not be rendered`, { cause: error });
      });
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), body);
  };
  await inTurns(all, AT_ONCE, render);
  return all.flatMap(({ file, route }) => (route.type === 'page' ? [file] : []));
}

/** Works through all, some at once; none is begun after one has failed, and none still runs when that is told. */
async function inTurns<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let failure: { error: unknown } | undefined;
  const queue = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done && !failure; next = queue.next())
      await work(next.value).catch((error: unknown) => {
        failure ??= { error };
      });
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failure) throw failure.error;
}

async function openApp({ folder }: SiteBundle, base: string): Promise<PagesApp> {
  const { entry, styles } = JSON.parse(readFileSync(join(folder, CONTENTS), 'utf8')) as BundleContents;
  const { app } = (await import(pathToFileURL(join(folder, CODE, entry)).href)) as { app: PagesApp };
  // It was compiled for a site at the root of its host; links to styles and scripts are made of this.
  app.manifest.base = withBase(base, '');
  app.setInternals({ pagesByKeys: new Map(styles.map(([page, sheets]) => [page, { styles: sheets }])) });
  app.setOptions({
    settings: { scripts: [] },
    // What it has to say beside what it throws is for people who write pages.
    logger: { options: { destination: { write: () => undefined } } },
  });
  return app;
}

/** Two routes may lead to one file: the first has it, as in Astro. */
async function pagesOf(app: PagesApp): Promise<Rendered[]> {
  const files = new Map<string, RouteData>();
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    const file = fileOf(pathname, route.type);
    if (!files.has(file)) files.set(file, route);
  }
  return [...files].map(([file, route]) => ({ file, route }));
}
