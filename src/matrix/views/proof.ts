import type { LayerView } from '../layer-view.ts';

/** Score in the layer → place among the classes. */
const CLASSES: Record<number, number> = { 100: 0, 50: 1, 0: 2 };

export const proofView: LayerView = {
  id: 'proof',
  layer: 'tested-proven',
  label: 'Proof',
  print: '#',
  unit: ['', ''],
  share: 'tested or proven',
  classes: () => [
    { label: 'Proven', tone: 'level-proven', sign: 'full', word: 'proven', print: 'seen', shared: true },
    { label: 'Tested', tone: 'level-tested', sign: 'half', word: 'tested', print: 'fires', shared: true },
    { label: 'Failed', tone: 'level-failed', sign: 'cross', word: 'failed', print: 'missed' },
    { label: 'Never put to the test', tone: 'blank', sign: 'ring', word: 'never put to the test' },
  ],
  classOf: ({ score }) => CLASSES[score ?? -1] ?? 3,
};
