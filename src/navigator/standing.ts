import { levelMeaning } from '../coverage/levels.ts';
import type { Assessment, Level } from '../coverage/assessment.ts';
import type { Config } from '../workspace/config.ts';
import type { Category } from './categories.ts';
import { BEST_COLOR, FAILED_COLOR, GOOD_COLOR, NOTHING_COLOR, SOME_COLOR } from './colors.ts';
import type { LayerTechnique } from './layer.ts';
import { missingFor } from './missing.ts';
import { techniqueLink } from './technique-link.ts';

const WITH_PROOF: Category = { color: BEST_COLOR, label: 'Used, and tested or proven' };
const CLAIMED: Category = { color: GOOD_COLOR, label: 'Used, and a rule claims to detect it' };
const HUNTED: Category = { color: SOME_COLOR, label: 'Used, and only hunts look for it' };
const NOTHING: Category = { color: NOTHING_COLOR, label: 'Used, and nothing looks for it' };
const FAILED: Category = { color: FAILED_COLOR, label: 'Used, and missed when it was executed here' };

/** Where we stand on what an actor uses, best first. */
export const STANDINGS: readonly Category[] = [WITH_PROOF, CLAIMED, HUNTED, NOTHING, FAILED];

const BY_LEVEL: Record<Level, Category> = {
  proven: WITH_PROOF,
  tested: WITH_PROOF,
  claimed: CLAIMED,
  hunted: HUNTED,
  none: NOTHING,
  failed: FAILED,
};

/** The colour of a technique somebody uses. */
export function standingColor(level: Level): string {
  return BY_LEVEL[level].color;
}

/** A technique somebody uses, in few words: there are a thousand layers of these. */
export function standingEntry(assessment: Assessment, config: Pick<Config, 'site' | 'base'>): LayerTechnique {
  const { technique, level, score, selfAssessed } = assessment;
  return {
    techniqueID: technique,
    score,
    color: standingColor(level),
    comment: `${level}: ${levelMeaning(level, selfAssessed)}. ${missingFor(assessment)}`,
    ...techniqueLink(technique, config),
  };
}
