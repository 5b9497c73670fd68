import { dev, preview } from 'astro';
import { documentationPages } from '../search/documentation-pages.ts';
import { indexFiles } from '../search/index-files.ts';
import { searchIntegration } from '../search/integration.ts';
import { partsOf } from '../search/record-parts.ts';
import { searchRecords } from '../search/records.ts';
import type { Config } from '../workspace/config.ts';
import { astroConfig } from './astro-config.ts';
import { inlineConfig, markdown } from './astro-run.ts';
import { coverbookIntegration } from './integration.ts';
import { provideSiteModel, type SiteModel } from './model.ts';
import { ownMdxOf, provideOwnMdx } from './own-mdx.ts';
import { PACKAGE_ROOT, SITE_PARTS, SOURCES } from './package-root.ts';
import { makeSiteFolder, type SiteFolder } from './site-folder.ts';

/** Serves the site until the process ends, for work on pages in a checkout; content is read once, at the start. */
export async function devSite(model: SiteModel, { port }: { port: number }): Promise<{ url: string }> {
  provideSiteModel({ model, mode: 'serve' });
  provideOwnMdx(ownMdxOf(model.workspace));
  const { detections, playbooks, exercises } = model.workspace;
  await model.texts.load([...detections, ...playbooks, ...exercises]);
  const { config } = model.workspace;
  const server = await dev({
    ...inlineConfig(config, SOURCES === 'src' ? {} : { folder: folderOfProcess() }),
    server: { port },
    markdown: markdown(),
    integrations: [
      ...astroConfig.integrations,
      coverbookIntegration(model),
      searchIntegration(() => indexFiles(partsOf(searchRecords(model), documentationPages()))),
    ],
  });
  return { url: localUrl(server.address.port, config.base) };
}

/** Serves a built site as a web server would. */
export async function previewSite(
  config: Config,
  { outDir, port }: { outDir: string; port: number },
): Promise<{ url: string }> {
  const server = await preview({ ...inlineConfig(config, { outDir }), server: { port } });
  return { url: localUrl(server.port, config.base) };
}

/** A site folder that is removed when the process ends, by itself or by a signal. */
function folderOfProcess(): SiteFolder {
  const folder = makeSiteFolder(PACKAGE_ROOT, SITE_PARTS);
  process.once('exit', () => {
    folder.remove();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      folder.remove();
      process.kill(process.pid, signal);
    });
  return folder;
}

function localUrl(port: number, base: string): string {
  return `http://localhost:${String(port)}${base.replace(/(?<!\/)\/*$/, '/')}`;
}
