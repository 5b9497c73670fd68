import type { LayerView } from '../layer-view.ts';
import { stepClasses, stepOf } from '../steps.ts';

const STARTS = [1, 33, 67];

export const gapView: LayerView = {
  id: 'gap',
  layer: 'gaps',
  label: 'Gaps',
  print: '#',
  unit: ['priority #', 'priority #'],
  share: 'with a gap',
  classes: () =>
    stepClasses(
      STARTS,
      'plum',
      { label: 'No gap', tone: 'blank', sign: 'ring', word: 'no gap', print: '0' },
      false,
    ),
  classOf: (entry) => stepOf(entry, STARTS),
};
