import type { Level } from '../../coverage/assessment.ts';
import { isCovered } from '../../coverage/levels.ts';
import { LEVEL_WORDS, LEVELS_SHOWN } from '../../site/level-words.ts';
import type { MatrixView, Sign } from '../matrix-data.ts';

const SIGNS: Record<Level, Sign> = {
  none: 'ring',
  hunted: 'dot',
  claimed: 'quarter',
  tested: 'half',
  proven: 'full',
  failed: 'cross',
};

/** What the page shows at first: the level of each technique, with its score. */
export const levelView: MatrixView = {
  id: 'level',
  label: 'Level',
  says: 'How much speaks for each technique: each cell prints its score, 0 to 100, in the colour of its level.',
  print: '#',
  unit: ['score #', 'score #'],
  share: 'covered',
  classes: LEVELS_SHOWN.map((level) => ({
    label: LEVEL_WORDS[level].name,
    tone: `level-${level}`,
    sign: SIGNS[level],
    word: LEVEL_WORDS[level].name.toLowerCase(),
    ...(isCovered(level) && { shared: true }),
  })),
};

/** The place of a level among the classes of the view. */
export function levelClass(level: Level): number {
  return LEVELS_SHOWN.indexOf(level);
}
