import { reviewLayers } from '../layers.ts';
import type { ReviewReporter } from '../reporter.ts';

/** A layer for the ATT&CK Navigator, which takes a list of them in one file as well: that of several domains. */
export const layerReporter: ReviewReporter = {
  id: 'layer',
  report(review) {
    const layers = reviewLayers(review).map(({ layer }) => layer);
    return `${JSON.stringify(layers.length === 1 ? layers[0] : layers, null, 2)}\n`;
  },
};
