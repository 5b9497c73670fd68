import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { absoluteUrl } from '../output/paths.ts';
import type { Config } from '../workspace/config.ts';

/**
 * The index of all pages for crawlers, where the config says where the site stands. No dates: those of the build would
 * differ from one to the next.
 */
export function sitemapIntegrations(config: Pick<Config, 'site' | 'base'>): AstroIntegration[] {
  const styleguide = absoluteUrl(config, 'styleguide/');
  return styleguide === undefined ? [] : [sitemap({ filter: (page) => page !== styleguide })];
}
