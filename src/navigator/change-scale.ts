import { categoryScale, type Category } from './categories.ts';
import { BEST_COLOR, FAILED_COLOR, GOOD_COLOR, SOME_COLOR, UNSCORED_COLOR } from './colors.ts';

/** What became of a technique; best first. */
export const CHANGE_STEPS = ['gained', 'raised', 'lowered', 'lost'] as const;
export type ChangeStep = (typeof CHANGE_STEPS)[number];

/** A colour for each step, and what the legend says of it. */
export const CHANGE_CATEGORIES: Record<ChangeStep, Category> = {
  gained: { color: BEST_COLOR, label: 'Gained: covered now, not then' },
  raised: { color: GOOD_COLOR, label: 'Raised: more speaks for it' },
  lowered: { color: SOME_COLOR, label: 'Lowered: less speaks for it' },
  lost: { color: FAILED_COLOR, label: 'Lost: covered then and not now, or missed since' },
};

/** A score of 100 says “no change”, so that no score is negative. */
export const NO_CHANGE = 100;

/** With a range of 198 the Navigator fails on none of the scores from 0 to 200. */
export const CHANGE_SCALE = categoryScale(
  CHANGE_STEPS.map((step) => CHANGE_CATEGORIES[step]),
  [{ label: 'No change', color: UNSCORED_COLOR }],
  { minValue: 1, maxValue: 199 },
);
