import { build } from 'astro';
import { detectionPath, playbookPath } from '../output/paths.ts';
import { replaceFolder } from '../output/replace-folder.ts';
import { indexFiles } from '../search/index-files.ts';
import { searchIntegration } from '../search/integration.ts';
import type { SearchRecord } from '../search/record.ts';
import { allRecords } from '../search/records.ts';
import { astroConfig } from './astro-config.ts';
import { astroOutput } from './astro-output.ts';
import { inlineConfig, markdown, PACKAGE_ROOT, SITE_PARTS } from './astro-run.ts';
import { coverbookIntegration } from './integration.ts';
import { digestOf } from './kept/digest.ts';
import { keptPages, NOTHING_KEPT, type KeptPages } from './kept/kept-pages.ts';
import { pageKeys } from './kept/page-keys.ts';
import { siteKey } from './kept/site-key.ts';
import { isKept, provideSiteModel, type SiteModel } from './model.ts';
import { assertReplaceable } from './out-dir.ts';
import { makeSiteFolder } from './site-folder.ts';
import { sitemapIntegrations } from './sitemap.ts';

export interface BuildOptions {
  /** Absolute path. */
  outDir: string;
  /** Branch or tag it is a preview of: every page says so, none is offered to crawlers or readers of feeds. */
  preview?: string;
  /** Where it is known what the last build was made from; without it every page is made. */
  cacheDir?: string;
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
  let records: readonly SearchRecord[] | undefined = await allRecords(model);
  const known = cacheDir === undefined ? undefined : { cacheDir, outDir, site: siteKey(), keys: pageKeys() };
  const made = { folder: 'pagefind', key: digestOf(records) };
  const makeSearch = async (): ReturnType<typeof indexFiles> => {
    const taken = records ?? (await allRecords(model));
    // They are not held while thousands of pages are made.
    records = undefined;
    return await indexFiles(taken);
  };
  const attempts = known
    ? [() => keptPages({ ...known, made }), () => keptPages({ ...known, made, fresh: true })]
    : [() => NOTHING_KEPT];
  for (const attempt of attempts) {
    const kept = attempt();
    provideSiteModel({ model, mode: 'build', preview, kept: kept.files });
    const pages = await replaceSite(model, options, kept, makeSearch);
    if (pages !== undefined) return { pages, kept: count(kept.files) };
  }
  throw new Error('Unexpected change of the output folder while its site was replaced');
}

/** Undefined, and nothing replaced, where what is kept does not go with what was made. */
async function replaceSite(
  model: SiteModel,
  { outDir, preview }: BuildOptions,
  kept: KeptPages,
  makeSearch: () => ReturnType<typeof indexFiles>,
): Promise<number | undefined> {
  const { config, playbooks, detections, exercises } = model.workspace;
  // It takes as long as the pages, in a process of its own: the sooner it begins.
  const search = kept.hasMade ? undefined : makeSearch();
  search?.catch(() => undefined);
  const folder = makeSiteFolder(PACKAGE_ROOT, SITE_PARTS);
  const site = replaceFolder(outDir);
  const output = astroOutput(folder.root, site.folder);
  const before = process.cwd();
  process.chdir(folder.root);
  let pages = 0;
  try {
    await model.texts.load([
      ...playbooks.filter((playbook) => !isKept(`${playbookPath(playbook)}index.html`)),
      ...exercises,
      ...detections.filter((rule) => !rule.tableOf && !isKept(`${detectionPath(rule)}index.html`)),
    ]);
    await build({
      ...inlineConfig(config, { folder, outDir: output.dir }),
      markdown: markdown(model),
      integrations: [
        ...astroConfig.integrations,
        coverbookIntegration(model, (count) => (pages = count)),
        ...(search ? [searchIntegration(() => search)] : []),
        ...(preview === undefined ? sitemapIntegrations(config, kept.files) : []),
      ],
    });
    output.deliver();
    if (!(await kept.restore(site.folder))) return undefined;
    // Before others can replace it: what is remembered must be of these files.
    await kept.remember(site.folder);
    site.commit();
    model.texts.save({ isPart: kept.files.size > 0 });
  } finally {
    // Nothing is left of it once it stands in its place.
    site.discard();
    process.chdir(before);
    folder.remove();
  }
  return pages + count(kept.files);
}

/** How many of some files are pages. */
function count(files: ReadonlySet<string>): number {
  return [...files].filter((file) => file.endsWith('/index.html')).length;
}
