import { LEVELS, type Level } from './assessment.ts';

const LEVEL_MEANINGS: Record<Level, string> = {
  none: 'nothing speaks for it',
  hunted: 'somebody looks for it',
  claimed: 'a rule says it detects it',
  tested: 'the rule fires on sample data',
  proven: 'our environment saw it',
  failed: 'it was executed here and missed',
};

/** What a level says, as a clause: `a rule says it detects it`. */
export function levelMeaning(level: Level): string {
  return LEVEL_MEANINGS[level];
}

/** Whether a level amounts to coverage: a counting rule or better, and no newest result that missed. */
export function isCovered(level: Level): boolean {
  return level === 'claimed' || level === 'tested' || level === 'proven';
}

/** Position on the ladder from `none` (0) to `proven` (4); `failed` stands below everything. */
export function rank(level: Level): number {
  return level === 'failed' ? -1 : LEVELS.indexOf(level);
}

/** A count of zero for every level, to be counted up. */
export function emptyLevelCounts(): Record<Level, number> {
  return { none: 0, hunted: 0, claimed: 0, tested: 0, proven: 0, failed: 0 };
}
