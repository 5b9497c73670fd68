import type { Level } from '../../coverage/assessment.ts';
import type { MatrixView } from '../matrix-data.ts';

/** What one actor uses against what we have, as in the layer of that actor. */
export const actorView: MatrixView = {
  id: 'actor',
  label: 'Actor',
  says: 'What one actor uses, and where we stand on it. Each cell that is used prints its score, 0 to 100.',
  print: '#',
  unit: ['score #', 'score #'],
  share: 'used and covered',
  classes: [
    {
      label: 'Used, tested or proven',
      tone: 'ink-4',
      sign: 'full',
      word: 'used, tested or proven',
      shared: true,
    },
    { label: 'Used, claimed', tone: 'ink-1', sign: 'quarter', word: 'used, claimed', shared: true },
    { label: 'Used, only hunted', tone: 'hunt-1', sign: 'dot', word: 'used, only hunted' },
    { label: 'Used, nothing looks', tone: 'plum-2', sign: 'bang', word: 'used, and nothing looks for it' },
    {
      label: 'Used, missed',
      tone: 'level-failed',
      sign: 'cross',
      word: 'used, and missed when it was executed',
    },
    { label: 'Not used', tone: 'blank', sign: 'none', word: 'not used', apart: true },
  ],
};

/** The class of a technique the actor uses, by its level. */
export const ACTOR_CLASSES: Record<Level, number> = {
  proven: 0,
  tested: 0,
  claimed: 1,
  hunted: 2,
  none: 3,
  failed: 4,
};
