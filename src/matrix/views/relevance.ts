import type { LayerView } from '../layer-view.ts';
import { stepClasses, stepOf } from '../steps.ts';

const STARTS = [1, 33, 67];

export const relevanceView: LayerView = {
  id: 'relevance',
  layer: 'relevance',
  label: 'Relevance',
  print: '#',
  unit: ['relevance #', 'relevance #'],
  share: 'used by somebody who matters',
  classes: () =>
    stepClasses(
      STARTS,
      'iris',
      {
        label: 'Nobody who matters',
        tone: 'blank',
        sign: 'ring',
        word: 'nobody uses it that matters',
        print: '0',
      },
      false,
    ),
  classOf: (entry) => stepOf(entry, STARTS),
};
