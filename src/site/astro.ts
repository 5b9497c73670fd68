import { unified, type UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import { build, dev, preview, type AstroInlineConfig } from 'astro';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mdxRehypePlugins, mdxRemarkPlugins } from '../playbooks/pipeline.ts';
import { searchIntegration } from '../search/integration.ts';
import { replaceFolder } from '../output/replace-folder.ts';
import type { Config } from '../workspace/config.ts';
import { astroConfig } from './astro-config.ts';
import { attackResolver } from './attack-resolver.ts';
import { coverbookIntegration } from './integration.ts';
import { provideSiteModel, type SiteModel } from './model.ts';
import { assertReplaceable } from './out-dir.ts';
import { sitemapIntegrations } from './sitemap.ts';
import { makeSiteFolder, type SiteFolder } from './site-folder.ts';

/** Folder of this package: pages, styles and `public/` stand there, whatever folder the command runs in. */
const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `src` in a checkout, `lib` (the same tree, compiled) in the package. */
const SOURCES = basename(fileURLToPath(new URL('..', import.meta.url)));

/** What Astro needs of this package. */
const SITE_PARTS = [SOURCES, 'content/docs', 'public', 'package.json'];

/**
 * Renders every page and writes layers and API files beside them, then puts all of it in place of the output folder.
 * A build that fails or is killed leaves what stood there.
 *
 * @param options.outDir Absolute path.
 * @param options.preview Branch or tag it is a preview of: every page says so, none is offered to crawlers or readers of feeds.
 * @returns How many pages were written.
 * @throws OutDirError when replacing the folder would delete what the site is built from.
 */
export async function buildSite(
  model: SiteModel,
  { outDir, preview }: { outDir: string; preview?: string },
): Promise<{ pages: number }> {
  assertReplaceable(outDir, model.workspace);
  // A shell that says otherwise would get pages of a development server.
  process.env['NODE_ENV'] = 'production';
  provideSiteModel(model, 'build', preview);
  let pages = 0;
  const folder = makeSiteFolder(PACKAGE_ROOT, SITE_PARTS);
  const site = replaceFolder(outDir);
  const before = process.cwd();
  process.chdir(folder.root);
  try {
    await build({
      ...inlineConfig(model.workspace.config, { folder, outDir: site.folder }),
      markdown: markdown(model),
      integrations: [
        ...astroConfig.integrations,
        coverbookIntegration(model, (count) => (pages = count)),
        searchIntegration(model),
        ...(preview === undefined ? sitemapIntegrations(model.workspace.config) : []),
      ],
    });
    site.commit();
  } finally {
    // Nothing is left of it once it stands in its place.
    site.discard();
    process.chdir(before);
    folder.remove();
  }
  return { pages };
}

/** Serves the site until the process ends, for work on pages in a checkout; content is read once, at the start. */
export async function devSite(model: SiteModel, { port }: { port: number }): Promise<{ url: string }> {
  provideSiteModel(model, 'serve');
  const { config } = model.workspace;
  const server = await dev({
    ...inlineConfig(config, SOURCES === 'src' ? {} : { folder: folderOfProcess() }),
    server: { port },
    markdown: markdown(model),
    integrations: [...astroConfig.integrations, coverbookIntegration(model), searchIntegration(model)],
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

/** Astro's own processor for the team's MDX, with the steps every other text goes through. */
function markdown(model: SiteModel): NonNullable<AstroInlineConfig['markdown']> {
  const settings = { resolver: attackResolver(model.workspace), headingOffset: 1 };
  const processor = unified({
    remarkPlugins: mdxRemarkPlugins(settings) as NonNullable<UnifiedProcessorOptions['remarkPlugins']>,
    rehypePlugins: mdxRehypePlugins(settings) as NonNullable<UnifiedProcessorOptions['rehypePlugins']>,
    smartypants: false,
  });
  return { processor, syntaxHighlight: false };
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

/** @param options.folder Where Astro may write; the package itself without it. */
function inlineConfig(
  { site, base }: Config,
  { folder, outDir }: { folder?: SiteFolder; outDir?: string },
): AstroInlineConfig {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  return {
    ...astroConfig,
    configFile: false,
    root: folder?.root ?? PACKAGE_ROOT,
    srcDir: SOURCES,
    // Astro talks on stdout below this level, and stdout is data.
    logLevel: 'error',
    base,
    ...(site !== undefined && { site }),
    ...(outDir !== undefined && { outDir }),
    ...(folder && {
      cacheDir: join(folder.root, 'cache'),
      vite: {
        ...astroConfig.vite,
        cacheDir: join(folder.root, 'cache/vite'),
        // Fonts are served from where they are installed.
        server: { fs: { allow: [folder.root, ...folder.modules] } },
      },
    }),
  };
}

function localUrl(port: number, base: string): string {
  return `http://localhost:${String(port)}${base.replace(/\/*$/, '/')}`;
}
