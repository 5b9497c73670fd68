import type { Domain } from '../attack/domain.ts';
import type { NamedLayer } from '../navigator/layer.ts';
import type { Config } from '../workspace/config.ts';
import { absoluteUrl, layerPath } from './paths.ts';

/** One entry of `layers/index.json`. */
export interface LayerIndexEntry {
  id: string;
  /** As the Navigator shows it on the layer's tab. */
  name: string;
  domain: Domain;
  description: string;
  /** Relative to the root of the output: `layers/enterprise-coverage.json`. */
  file: string;
  /** Absolute, ready for the Navigator's `#layerURL=`; null when the config names no `site`. */
  url: string | null;
  /** How many techniques the layer annotates. */
  techniques: number;
}

export function layerIndex(
  config: Pick<Config, 'site' | 'base'>,
  layers: readonly NamedLayer[],
): LayerIndexEntry[] {
  return layers.map(({ id, summary, domain, layer }) => {
    const file = layerPath(domain, id);
    return {
      id,
      name: layer.name,
      domain,
      description: summary,
      file,
      url: absoluteUrl(config, file) ?? null,
      techniques: layer.techniques.length,
    };
  });
}
