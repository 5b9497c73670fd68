import { countSteps } from '../../navigator/scale.ts';
import type { LayerView } from '../layer-view.ts';
import { stepClasses, stepOf } from '../steps.ts';

export const huntsView: LayerView = {
  id: 'hunts',
  layer: 'hunts',
  label: 'Hunts',
  print: '#',
  unit: ['# playbook', '# playbooks'],
  share: 'hunted',
  classes: ({ gradient }) =>
    stepClasses(countSteps(gradient.maxValue), 'hunt', {
      label: 'No hunt',
      tone: 'blank',
      sign: 'ring',
      word: 'no current playbook',
      print: '0',
    }),
  classOf: (entry, { gradient }) => stepOf(entry, countSteps(gradient.maxValue)),
};
