import type { MatrixView } from '../matrix-data.ts';

/** What became of each technique since an earlier state, as in the layer of changes; its classes are that layer's steps. */
export const changeView: MatrixView = {
  id: 'change',
  label: 'Change',
  says: 'What was gained, raised, lowered and lost. Each cell that changed prints by how many points its score moved.',
  print: '±#',
  unit: ['score ±#', 'score ±#'],
  share: 'changed',
  classes: [
    { label: 'Gained', tone: 'ink-4', sign: 'up', word: 'gained: covered now, not then', shared: true },
    { label: 'Raised', tone: 'ink-2', sign: 'up', word: 'raised', shared: true },
    { label: 'Lowered', tone: 'alarm', sign: 'down', word: 'lowered', shared: true },
    {
      label: 'Lost',
      tone: 'level-failed',
      sign: 'cross',
      word: 'lost: covered then, not now, or missed since',
      shared: true,
    },
    { label: 'No change', tone: 'blank', sign: 'none', word: 'no change' },
  ],
};
