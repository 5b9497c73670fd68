import { href } from './href.ts';
import { siteMode } from './model.ts';

/**
 * The address of a file that is imported with `?url`. Pages are compiled for a site at the root of its host and put
 * under the config's base when they are rendered; the development server does so itself.
 */
export function assetHref(url: string): string {
  return siteMode() === 'build' ? href(url.slice(1)) : url;
}
