import { RUNG_WORDS, RUNGS_SHOWN } from '../../site/rung-words.ts';
import { byColor, type LayerView } from '../layer-view.ts';
import type { MatrixClass, Sign } from '../matrix-data.ts';

/** From the top; the last rung is reached by changing one byte. */
const SIGNS: readonly Sign[] = ['full', 'three', 'half', 'quarter', 'quarter', 'quarter'];

export const robustnessView: LayerView = {
  id: 'robustness',
  layer: 'robustness',
  label: 'Robustness',
  print: '#',
  unit: ['rung # of 6', 'rung # of 6'],
  share: 'on tool or behaviour',
  classes: () => [
    ...RUNGS_SHOWN.map((rung, place): MatrixClass => {
      const { name } = RUNG_WORDS[rung];
      if (rung === 'not-judged')
        return { label: name, tone: 'unknown', sign: 'query', word: 'not judged', print: '?' };
      const number = 6 - place;
      return {
        label: `${number} ${name}`,
        tone: `moss-${number}`,
        sign: SIGNS[place] ?? 'ring',
        word: name.toLowerCase(),
        ...(number > 4 && { shared: true }),
      };
    }),
    { label: 'No rule', tone: 'blank', sign: 'ring', word: 'no counting rule of its own', print: '–' },
  ],
  classOf: byColor,
};
