import type { Level } from '../coverage/assessment.ts';

/** What a level is called and what it says, in the words of the methodology. */
export const LEVEL_WORDS: Record<Level, { name: string; says: string }> = {
  none: { name: 'None', says: 'Nothing speaks for it.' },
  hunted: { name: 'Hunted', says: 'A current playbook looks for it; no counting detection.' },
  claimed: { name: 'Claimed', says: 'At least one counting detection says it finds it.' },
  tested: { name: 'Tested', says: 'Such a detection fires on sample data.' },
  proven: { name: 'Proven', says: 'An exercise in the proof window saw it.' },
  failed: { name: 'Failed', says: 'The newest exercise in the window missed it.' },
};

/** The order in which pages list levels: best proof first, then what needs work. */
export const LEVELS_SHOWN: readonly Level[] = ['proven', 'tested', 'claimed', 'hunted', 'none', 'failed'];

/** Levels that count as covered. */
export const COVERED: readonly Level[] = ['proven', 'tested', 'claimed'];
