import { count } from '../../site/wording.ts';
import type { RecordBuilder } from '../context.ts';

/** Layers of the layers page; the many of single actors that no profile names are found by their actor. */
export const layerRecords: RecordBuilder = ({ layers, workspace }) =>
  layers
    .filter(({ alone }) => !alone)
    .map(({ id, domain, summary, layer }) => ({
      type: 'layer',
      path: `layers/#layer-${domain}-${id}`,
      title: layer.name.replace(` · ${workspace.config.title}`, ''),
      keys: [`${domain}-${id}`],
      aliases: [],
      line: `Navigator layer · ${count(layer.techniques.length, 'technique')}`,
      text: summary,
      filters: {},
    }));
