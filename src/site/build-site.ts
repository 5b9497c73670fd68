import { join } from 'node:path';
import { copyFolder } from '../output/copy-folder.ts';
import { fillFolder } from '../output/fill-folder.ts';
import { detectionPath, playbookPath } from '../output/paths.ts';
import { replaceFolder } from '../output/replace-folder.ts';
import type { indexFiles } from '../search/index-files.ts';
import { indexInThread } from '../search/index-in-thread.ts';
import { allRecords } from '../search/records.ts';
import { timed } from '../timing/timed.ts';
import { openBundle } from './bundle/open-bundle.ts';
import { renderPages } from './bundle/render-pages.ts';
import { SHARED, type SiteBundle } from './bundle/site-bundle.ts';
import { digestOf } from './kept/digest.ts';
import { isMadeFrom, keptPages, NOTHING_KEPT, type KeptPages } from './kept/kept-pages.ts';
import { readLastBuild } from './kept/last-build.ts';
import { pageKeys } from './kept/page-keys.ts';
import { siteKey } from './kept/site-key.ts';
import { isKept, provideSiteModel, type SiteModel } from './model.ts';
import { ownMdxOf } from './own-mdx.ts';
import { assertReplaceable } from './out-dir.ts';
import { sitemapFiles } from './sitemap.ts';

export interface BuildOptions {
  /** Absolute path. */
  outDir: string;
  /** Branch or tag it is a preview of: every page says so, none is offered to crawlers or readers of feeds. */
  preview?: string;
  /** Where it is known what the last build was made from; without it every page is made. */
  cacheDir?: string;
  /** A digest of all the model is read from, by which the next run knows that there is nothing to do. */
  inputs?: string;
}

/**
 * Renders the pages that are not as the last build left them and writes layers and API files beside them, then puts all
 * of it in place of the output folder. A build that fails or is killed leaves what stood there.
 *
 * @returns How many pages there are, and how many of them are those of the last build.
 * @throws OutDirError when replacing the folder would delete what the site is built from.
 */
export async function buildSite(
  model: SiteModel,
  options: BuildOptions,
): Promise<{ pages: number; kept: number }> {
  const { outDir, preview, cacheDir } = options;
  assertReplaceable(outDir, model.workspace);
  // A shell that says otherwise would get pages of a development server.
  process.env['NODE_ENV'] = 'production';
  // What pages are made from is looked up as the pages look it up.
  provideSiteModel({ model, mode: 'build', preview });
  const bundling = openBundle(model, { useKept: cacheDir !== undefined });
  // Whoever waits for it is told.
  bundling.catch(() => undefined);
  try {
    return await buildWith(bundling, model, options);
  } finally {
    // Whatever has failed, the folder it is made in is not left behind.
    await bundling.then(
      (bundle) => {
        bundle.remove();
      },
      () => undefined,
    );
  }
}

async function buildWith(
  bundling: Promise<SiteBundle>,
  model: SiteModel,
  options: BuildOptions,
): Promise<{ pages: number; kept: number }> {
  const { outDir, preview, cacheDir } = options;
  // What a team's own MDX is made from is not known.
  const inputs = ownMdxOf(model.workspace).keys.size > 0 ? undefined : options.inputs;
  const { key, makeSearch } = await search(model, options);
  const made = { folder: SEARCH, key };
  const known =
    cacheDir === undefined
      ? undefined
      : { cacheDir, outDir, site: siteKey(), keys: pageKeys(), made, inputs };
  const attempts = known
    ? [() => keptPages(known), () => keptPages({ ...known, fresh: true })]
    : [() => NOTHING_KEPT];
  for (const attempt of attempts) {
    const kept = attempt();
    provideSiteModel({ model, mode: 'build', preview, kept: kept.files });
    const pages = await replaceSite(model, options, { bundling, kept, makeSearch });
    if (pages !== undefined) return { pages, kept: pagesAmong(kept.files).length };
  }
  throw new Error('Unexpected change of the output folder while its site was replaced');
}

/** What a site is put together from. */
interface Parts {
  bundling: Promise<SiteBundle>;
  kept: KeptPages;
  makeSearch: () => ReturnType<typeof indexFiles>;
}

/** The folder Pagefind's files are in. */
const SEARCH = 'pagefind';

/**
 * What the search index is made from, and the index. Making it takes as long as the pages do: where the last build left
 * another one, it is begun here.
 */
async function search(
  model: SiteModel,
  { outDir, cacheDir }: BuildOptions,
): Promise<{ key: string; makeSearch: () => ReturnType<typeof indexFiles> }> {
  const records = await allRecords(model);
  const key = digestOf(records);
  const isThere = cacheDir !== undefined && isMadeFrom(readLastBuild(cacheDir, outDir), SEARCH, key);
  const coming = isThere ? undefined : indexInThread(records, { cacheDir });
  let files: ReturnType<typeof indexFiles> | undefined;
  return {
    key,
    makeSearch: () =>
      (files ??=
        coming?.files() ?? allRecords(model).then((again) => indexInThread(again, { cacheDir }).files())),
  };
}

/** Undefined, and nothing replaced, where what is kept does not go with what was made. */
async function replaceSite(
  model: SiteModel,
  { outDir, preview }: BuildOptions,
  { bundling, kept, makeSearch }: Parts,
): Promise<number | undefined> {
  const { config, playbooks, detections, exercises } = model.workspace;
  const site = replaceFolder(outDir);
  try {
    await model.texts.load([
      ...playbooks.filter((playbook) => !isKept(`${playbookPath(playbook)}index.html`)),
      ...exercises,
      ...detections.filter((rule) => !rule.tableOf && !isKept(`${detectionPath(rule)}index.html`)),
    ]);
    const bundle = await bundling;
    copyFolder(join(bundle.folder, SHARED), site.folder);
    const made = await timed('render the pages', () => renderPages(bundle, config, site.folder));
    const pages = [...made, ...pagesAmong(kept.files)];
    timed('write layers and the API', () => {
      fillFolder(site.folder, model.api);
    });
    if (!kept.hasMade) {
      const files = await timed('wait for the search index', makeSearch);
      timed('write the search index', () => {
        fillFolder(site.folder, files);
      });
    }
    if (preview === undefined) fillFolder(site.folder, await sitemapFiles(config, pages));
    if (!timed('put back what is kept', () => kept.restore(site.folder))) return undefined;
    // Before others can replace it: what is remembered must be of these files.
    timed('remember the files', () => {
      kept.remember(site.folder, pages.length);
    });
    timed('put it in place', () => {
      site.commit();
    });
    model.texts.save({ isPart: kept.files.size > 0 });
    return pages.length;
  } finally {
    // Nothing is left of it once it stands in its place.
    site.discard();
  }
}

function pagesAmong(files: ReadonlySet<string>): string[] {
  return [...files].filter((file) => file.endsWith('/index.html'));
}
