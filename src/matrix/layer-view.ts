import type { Layer, LayerTechnique } from '../navigator/layer.ts';
import type { MatrixClass, MatrixView } from './matrix-data.ts';

/**
 * A view that paints what one layer says: its numbers are the layer's scores, its classes come from the layer's colours or
 * scores, so that the two cannot tell different stories. To add one is to add a file under `views/` and a line in `views.ts`.
 */
export interface LayerView extends Omit<MatrixView, 'says' | 'classes'> {
  /** Id of the layer. */
  layer: string;
  /** Best or most first; the last is for techniques the layer says nothing of. */
  classes: (layer: Layer) => MatrixClass[];
  /** Which of them an entry belongs to. */
  classOf: (entry: LayerTechnique, layer: Layer) => number;
}

/** The class of an entry in a layer that tells kinds apart by colour: classes stand in the order of its legend. */
export function byColor({ color }: LayerTechnique, { legendItems }: Layer): number {
  return legendItems.findIndex((item) => item.color === color);
}
