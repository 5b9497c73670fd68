import { counted } from '../../coverage/wording.ts';
import type { Assessment } from '../../coverage/assessment.ts';
import { categoryScale, type Category } from '../categories.ts';
import {
  BEST_COLOR,
  FAILED_COLOR,
  GOOD_COLOR,
  SOME_COLOR,
  UNKNOWN_COLOR,
  UNSCORED_COLOR,
} from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { techniqueEntry } from '../technique-entry.ts';

/** From the newest; the last has no end. */
const AGES: readonly (Category & { days: number })[] = [
  { days: 30, color: '#253494', label: 'Touched within 30 days' },
  { days: 90, color: BEST_COLOR, label: 'Within 90 days' },
  { days: 365, color: GOOD_COLOR, label: 'Within a year' },
  { days: Infinity, color: SOME_COLOR, label: 'Longer ago, still within its window' },
];
const STALE: Category = { color: FAILED_COLOR, label: 'Stale: everything is past its window' };
const UNDATED: Category = { color: UNKNOWN_COLOR, label: 'No date is known' };

const SCALE = categoryScale(
  [...AGES, STALE, UNDATED],
  [{ label: 'Nothing speaks for it', color: UNSCORED_COLOR }],
  // Any number of days: the Navigator fails on none of this range, and gives more than it the last colour.
  { minValue: 0, maxValue: 199 },
);

const TOUCHED = {
  changed: 'A rule changed',
  reviewed: 'A playbook was reviewed or run',
  proven: 'Proven here',
};

/** When somebody last touched what speaks for a technique. */
export const freshnessLayer: LayerDefinition = {
  id: 'freshness',
  kind: 'coverage',
  name: 'Freshness',
  summary:
    'Days since a rule of each technique changed, a playbook was reviewed or run, or an exercise proved it, whichever was last; stale ones stand out.',
  build: (input) =>
    frame(freshnessLayer, input, {
      techniques: input.assessments.filter(isSpokenFor).map((assessment) => {
        const { newest } = assessment.freshness;
        return techniqueEntry(assessment, input.workspace.config, {
          ...(newest && { score: newest.days }),
          color: categoryOf(assessment).color,
          comment: commentOf(assessment),
        });
      }),
      scale: SCALE,
      rollUp: 'What speaks for a sub-technique is not counted for its parent, nor the other way round.',
    }),
};

function isSpokenFor({ freshness: { items, newest } }: Assessment): boolean {
  return items > 0 || newest !== undefined;
}

function categoryOf({ freshness: { newest, stale } }: Assessment): Category {
  if (!newest) return UNDATED;
  if (stale) return STALE;
  return AGES.find(({ days }) => newest.days <= days) ?? UNDATED;
}

function commentOf({ freshness: { newest, stale, staleItems, items } }: Assessment): string {
  if (!newest) return 'Nothing that speaks for it has a date.';
  const last = `${TOUCHED[newest.what]} on ${newest.date}, ${counted(newest.days, 'day')} ago.`;
  if (items === 0) return last;
  if (staleItems === 0) return `${last} Nothing that speaks for it is past its window.`;
  const past = `${staleItems} of ${counted(items, 'rule or playbook', 'rules and playbooks')} past ${staleItems === 1 ? 'its' : 'their'} window.`;
  return `${last} ${stale ? 'Stale: ' : ''}${past}`;
}
