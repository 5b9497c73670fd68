import type { Layer } from '../navigator/layer.ts';
import type { Matrix } from './matrix.ts';

/**
 * A layer narrowed as the page is: what the filters leave out is disabled and loses its score, so that it enters no sum;
 * name and description say so. Without a filter the layer stays as it is.
 *
 * @param words The filters in words.
 */
export function narrowLayer(
  layer: Layer,
  { data, outOfScope }: Matrix,
  shown: ReadonlySet<number>,
  words: readonly string[],
): Layer {
  if (words.length === 0) return layer;
  const entries = new Map(layer.techniques.map((entry) => [entry.techniqueID, entry]));
  const filter = words.join(', ');
  return {
    ...layer,
    name: `${layer.name} · ${filter}`,
    description: `${layer.description} Only ${filter}: ${shown.size} of ${data.ids.length - outOfScope.size} techniques in scope; the others are disabled.`,
    techniques: data.ids.flatMap((techniqueID, technique) => {
      const entry = entries.get(techniqueID);
      if (shown.has(technique) || outOfScope.has(technique)) return entry ? [entry] : [];
      return [
        {
          techniqueID,
          enabled: false,
          comment: `Left out: not ${filter}.`,
          ...(entry?.links && { links: entry.links }),
        },
      ];
    }),
  };
}
