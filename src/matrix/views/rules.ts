import { countSteps } from '../../navigator/scale.ts';
import type { LayerView } from '../layer-view.ts';
import { stepClasses, stepOf } from '../steps.ts';

export const rulesView: LayerView = {
  id: 'rules',
  layer: 'rules-count',
  label: 'Rules',
  print: '#',
  unit: ['# rule', '# rules'],
  share: 'with a rule of its own',
  classes: ({ gradient }) =>
    stepClasses(countSteps(gradient.maxValue), 'ink', {
      label: 'No rule',
      tone: 'blank',
      sign: 'ring',
      word: 'no counting rule of its own',
      print: '0',
    }),
  classOf: (entry, { gradient }) => stepOf(entry, countSteps(gradient.maxValue)),
};
