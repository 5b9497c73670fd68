import { join } from 'node:path';
import { copyFolder } from '../output/copy-folder.ts';
import { fillFolder } from '../output/fill-folder.ts';
import { detectionPath, playbookPath } from '../output/paths.ts';
import { compileAsUsual } from '../threads/compile-less.ts';
import { letNewSpaceGrow } from '../threads/lean-memory.ts';
import { timed } from '../timing/timed.ts';
import { renderPages } from './bundle/render-pages.ts';
import { SHARED, type SiteBundle } from './bundle/site-bundle.ts';
import type { KeptPages } from './kept/kept-pages.ts';
import { isKept, type SiteModel } from './model.ts';
import type { SearchOfSite } from './search-of-site.ts';
import { sitemapFiles } from './sitemap.ts';

/** What a site is put together from. */
export interface SiteParts {
  /** Code of its pages, which may still be compiled. */
  bundling: Promise<SiteBundle>;
  search: SearchOfSite;
  kept: KeptPages;
  /** Whether crawlers are told of its pages. */
  isListed: boolean;
}

/**
 * Writes a site into an empty folder: the pages that are not kept, the layers and API files, and what is kept.
 *
 * @returns The files that are pages; undefined where what is kept does not go with what was made.
 */
export async function putTogether(
  model: SiteModel,
  folder: string,
  { bundling, search, kept, isListed }: SiteParts,
): Promise<string[] | undefined> {
  const { config, playbooks, detections, exercises } = model.workspace;
  const rules = detections.filter((rule) => !rule.tableOf && !isKept(`${detectionPath(rule)}index.html`));
  await model.texts.load([
    ...playbooks.filter((playbook) => !isKept(`${playbookPath(playbook)}index.html`)),
    ...exercises,
    ...rules,
  ]);
  const bundle = await bundling;
  copyFolder(join(bundle.folder, SHARED), folder);
  const restoring = timed('put back what is kept', () => kept.restore(folder));
  try {
    letNewSpaceGrow();
    compileAsUsual();
    const ahead = timed('what is rendered ahead', () => model.texts.renderAhead(rules));
    const made = await timed('render the pages', () => renderPages(bundle, config, folder)).finally(() => {
      ahead.stop();
    });
    const pages = [...made, ...pagesAmong(kept.files)];
    timed('write layers and the API', () => {
      fillFolder(folder, model.api);
    });
    if (isListed) fillFolder(folder, await sitemapFiles(config, pages));
    if (!kept.hasMade) await timed('wait for the search index', () => search.write());
    return (await restoring) ? pages : undefined;
  } finally {
    // Whoever empties the folder does so after the last who writes to it.
    await restoring;
  }
}

export function pagesAmong(files: ReadonlySet<string>): string[] {
  return [...files].filter((file) => file.endsWith('/index.html'));
}
