import { absoluteUrl, techniquePath } from '../output/paths.ts';
import type { Config } from '../workspace/config.ts';
import type { LayerLink } from './layer.ts';

/** A cell's link to its technique's page; nothing when nobody knows where the site stands. */
export function techniqueLink(
  technique: string,
  config: Pick<Config, 'site' | 'base'>,
): { links?: LayerLink[] } {
  const url = absoluteUrl(config, techniquePath(technique));
  return url === undefined ? {} : { links: [{ label: `Coverage of ${technique}`, url }] };
}
