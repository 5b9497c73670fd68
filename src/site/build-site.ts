import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFolder, type Replacement } from '../output/replace-folder.ts';
import { timed } from '../timing/timed.ts';
import { openBundle } from './bundle/open-bundle.ts';
import type { SiteBundle } from './bundle/site-bundle.ts';
import { isMadeFrom, keptPages, NOTHING_KEPT, type KeptPages } from './kept/kept-pages.ts';
import { readLastBuild } from './kept/last-build.ts';
import { pageKeys } from './kept/page-keys.ts';
import { siteKey } from './kept/site-key.ts';
import { provideSiteModel, type SiteModel } from './model.ts';
import { assertReplaceable } from './out-dir.ts';
import { ownMdxOf } from './own-mdx.ts';
import { ownMdxDigest } from './own-mdx-digest.ts';
import { pagesAmong, putTogether } from './put-together.ts';
import { SEARCH, searchOfSite } from './search-of-site.ts';

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
  const site = replaceFolder(outDir);
  const bundling = openBundle(model, { useKept: cacheDir !== undefined });
  // Whoever waits for it is told.
  bundling.catch(() => undefined);
  try {
    return await buildInto(site, bundling, model, options);
  } finally {
    // Nothing is left of it once it stands in its place.
    site.discard();
    await removed(bundling);
  }
}

async function buildInto(
  site: Replacement,
  bundling: Promise<SiteBundle>,
  model: SiteModel,
  options: BuildOptions,
): Promise<{ pages: number; kept: number }> {
  const { outDir, preview, cacheDir } = options;
  const search = searchOfSite(model, site.folder, {
    cacheDir,
    isThere: (key) => cacheDir !== undefined && isMadeFrom(readLastBuild(cacheDir, outDir), SEARCH, key),
  });
  try {
    for (const kept of attempts(model, search.key, options)) {
      provideSiteModel({ model, mode: 'build', preview, kept: kept.files });
      const isListed = preview === undefined;
      const pages = await putTogether(model, site.folder, { bundling, search, kept, isListed });
      if (pages) {
        // Before others can replace it: what is remembered must be of these files.
        timed('remember the files', () => {
          kept.remember(site.folder, pages.length);
        });
        timed('put it in place', () => {
          site.commit();
        });
        model.texts.save({ isPart: kept.files.size > 0 });
        return { pages: pages.length, kept: pagesAmong(kept.files).length };
      }
      emptyFolder(site.folder);
    }
  } finally {
    await search.settle();
  }
  throw new Error('Unexpected change of the output folder while its site was replaced');
}

/** What of the last build is kept, and nothing where that does not go with what is made. */
function* attempts(
  model: SiteModel,
  search: string,
  { outDir, cacheDir, inputs }: BuildOptions,
): Generator<KeptPages> {
  if (cacheDir === undefined) {
    yield NOTHING_KEPT;
    return;
  }
  const known = {
    cacheDir,
    outDir,
    site: siteKey(),
    keys: pageKeys(),
    made: { folder: SEARCH, key: search },
    // What a team's own MDX is made from may not be known.
    inputs: ownMdxDigest(ownMdxOf(model.workspace)) === undefined ? undefined : inputs,
  };
  yield keptPages(known);
  yield keptPages({ ...known, fresh: true });
}

function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}

/** Whatever has failed, the folder a bundle was made in is not left behind. */
async function removed(bundling: Promise<SiteBundle>): Promise<void> {
  await bundling.then(
    (bundle) => {
      bundle.remove();
    },
    () => undefined,
  );
}
