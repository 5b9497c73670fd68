import { unified, type UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import { build, dev, preview, type AstroInlineConfig } from 'astro';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mdxRehypePlugins, mdxRemarkPlugins } from '../playbooks/pipeline.ts';
import { searchIntegration } from '../search/integration.ts';
import type { Config } from '../workspace/config.ts';
import { astroConfig } from './astro-config.ts';
import { attackResolver } from './attack-resolver.ts';
import { coverbookIntegration } from './integration.ts';
import { provideSiteModel, type SiteModel } from './model.ts';
import { assertReplaceable } from './out-dir.ts';
import { sitemapIntegrations } from './sitemap.ts';
import { inWorkFolder } from './work-folder.ts';

/** Folder of this package: pages, styles and `public/` stand there, whatever folder the command runs in. */
const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Renders every page and writes layers and API files beside them. The output folder is emptied first.
 *
 * @param options.outDir Absolute path.
 * @returns How many pages were written.
 * @throws OutDirError when emptying the folder would delete what the site is built from.
 */
export async function buildSite(
  model: SiteModel,
  { outDir }: { outDir: string },
): Promise<{ pages: number }> {
  assertReplaceable(outDir, model.workspace);
  // A shell that says otherwise would get pages of a development server.
  process.env['NODE_ENV'] = 'production';
  provideSiteModel(model, 'build');
  let pages = 0;
  await inWorkFolder(PACKAGE_ROOT, (folder) =>
    build({
      ...inlineConfig(model.workspace.config, outDir),
      cacheDir: join(folder, 'cache'),
      markdown: markdown(model),
      integrations: [
        ...astroConfig.integrations,
        coverbookIntegration(model, (count) => (pages = count)),
        searchIntegration(model),
        ...sitemapIntegrations(model.workspace.config),
      ],
    }),
  );
  return { pages };
}

/** Serves the site for work on pages; content is read once, at the start. */
export async function devSite(model: SiteModel, { port }: { port: number }): Promise<{ url: string }> {
  provideSiteModel(model, 'serve');
  const { config } = model.workspace;
  const server = await dev({
    ...inlineConfig(config),
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
  const server = await preview({ ...inlineConfig(config, outDir), server: { port } });
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

function inlineConfig({ site, base }: Config, outDir?: string): AstroInlineConfig {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  return {
    ...astroConfig,
    configFile: false,
    root: PACKAGE_ROOT,
    // Astro talks on stdout below this level, and stdout is data.
    logLevel: 'error',
    base,
    ...(site !== undefined && { site }),
    ...(outDir !== undefined && { outDir }),
  };
}

function localUrl(port: number, base: string): string {
  return `http://localhost:${String(port)}${base.replace(/\/*$/, '/')}`;
}
