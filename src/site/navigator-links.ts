import { absoluteUrl } from '../output/paths.ts';
import { navigatorLink } from './navigator-address.ts';
import { siteModel } from './model.ts';

/** Where a layer can be fetched from, and a link that opens it; undefined when the config names no `site`. */
export function navigatorLinks(path: string): { url: string; navigator: string } | undefined {
  const { config } = siteModel().workspace;
  const url = absoluteUrl(config, path);
  return url === undefined ? undefined : { url, navigator: navigatorLink(config.navigator, url) };
}
