import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { absoluteUrl } from '../output/paths.ts';
import type { Config } from '../workspace/config.ts';

/**
 * The index of all pages for crawlers, where the config says where the site stands. No dates: those of the build would
 * differ from one to the next.
 *
 * @param kept Files of the last build that stay: Astro does not know of them.
 */
export function sitemapIntegrations(
  config: Pick<Config, 'site' | 'base'>,
  kept: ReadonlySet<string>,
): AstroIntegration[] {
  const styleguide = absoluteUrl(config, 'styleguide/');
  if (styleguide === undefined) return [];
  const customPages = [...kept].flatMap((file) =>
    file.endsWith('/index.html') ? (absoluteUrl(config, file.slice(0, -'index.html'.length)) ?? []) : [],
  );
  return [sitemap({ filter: (page) => page !== styleguide, customPages })];
}
