import { LEVELS, type Level } from './assessment.ts';

const LEVEL_MEANINGS: Record<Level, string> = {
  none: 'nothing speaks for it',
  hunted: 'somebody looks for it',
  claimed: 'a rule says it detects it',
  tested: 'the rule fires on sample data',
  proven: 'our environment saw it',
  failed: 'it was executed here and missed',
};

/** The same of a level that rests on what the team says of itself. */
const SELF_ASSESSED_MEANINGS: Partial<Record<Level, string>> = {
  proven: 'the team says that it would see it (self-assessed)',
  failed: 'the team says that it would miss it (self-assessed)',
};

/** What a level says, as a clause: `a rule says it detects it`. */
export function levelMeaning(level: Level, isSelfAssessed = false): string {
  return (isSelfAssessed ? SELF_ASSESSED_MEANINGS[level] : undefined) ?? LEVEL_MEANINGS[level];
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
