import { unified, type UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import type { AstroInlineConfig } from 'astro';
import { join } from 'node:path';
import { mdxRehypePlugins, mdxRemarkPlugins } from '../playbooks/pipeline.ts';
import type { Config } from '../workspace/config.ts';
import { astroConfig } from './astro-config.ts';
import { PACKAGE_ROOT, SOURCES } from './package-root.ts';
import type { SiteFolder } from './site-folder.ts';

/** Astro's own processor for the team's MDX, with the steps every other text goes through. */
export function markdown(): NonNullable<AstroInlineConfig['markdown']> {
  const settings = { headingOffset: 1 };
  const processor = unified({
    remarkPlugins: mdxRemarkPlugins(settings) as NonNullable<UnifiedProcessorOptions['remarkPlugins']>,
    rehypePlugins: mdxRehypePlugins(settings) as NonNullable<UnifiedProcessorOptions['rehypePlugins']>,
    smartypants: false,
  });
  return { processor, syntaxHighlight: false };
}

/**
 * What this run says to Astro beside `astroConfig`.
 *
 * @param options.folder Where Astro may write; the package itself without it.
 */
export function inlineConfig(
  { site, base }: Pick<Config, 'site' | 'base'>,
  { folder, outDir }: { folder?: Pick<SiteFolder, 'root' | 'modules'>; outDir?: string },
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
