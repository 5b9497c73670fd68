import type { Domain } from '../attack/domain.ts';
import type { LayerKind } from '../navigator/layer-definition.ts';
import type { NamedLayer } from '../navigator/layer.ts';
import type { Config } from '../workspace/config.ts';
import { absoluteUrl, layerPath } from './paths.ts';

/** One entry of `layers/index.json`. */
export interface LayerIndexEntry {
  id: string;
  /** What it is about: `coverage`, `profile`, `delta`, `source`, `platform` or `actor`. */
  kind: LayerKind;
  /** As the Navigator shows it on the layer's tab. */
  name: string;
  domain: Domain;
  description: string;
  /** Relative to the root of the output: `layers/enterprise-coverage.json`. */
  file: string;
  /** Absolute, ready for the Navigator's `#layerURL=`; null when the config names no `site`. */
  url: string | null;
  /** How many techniques in scope the layer annotates. */
  techniques: number;
}

export function layerIndex(
  config: Pick<Config, 'site' | 'base'>,
  layers: readonly NamedLayer[],
): LayerIndexEntry[] {
  return layers.map(({ id, kind, summary, domain, layer }) => {
    const file = layerPath(domain, id);
    return {
      id,
      kind,
      name: layer.name,
      domain,
      description: summary,
      file,
      url: absoluteUrl(config, file) ?? null,
      techniques: layer.techniques.filter(({ enabled }) => enabled !== false).length,
    };
  });
}
