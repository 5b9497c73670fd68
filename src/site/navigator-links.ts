import { absoluteUrl } from '../output/paths.ts';
import { siteModel } from './model.ts';
import { NAVIGATOR } from './navigator-address.ts';

export { NAVIGATOR };

/** Where a layer can be fetched from, and a link that opens it; undefined when the config names no `site`. */
export function navigatorLinks(path: string): { url: string; navigator: string } | undefined {
  const url = absoluteUrl(siteModel().workspace.config, path);
  return url === undefined
    ? undefined
    : { url, navigator: `${NAVIGATOR}#layerURL=${encodeURIComponent(url)}` };
}
