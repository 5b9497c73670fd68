import { isCovered } from '../../coverage/levels.ts';
import { FAILED_AMONG_GAPS_COLOR, GAP_RAMP, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { missingFor } from '../missing.ts';
import { percentScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';
import { usedBy } from '../used-by.ts';

const SCALE = percentScale(GAP_RAMP, [
  [1, 'Relevance 1, not covered'],
  [33, 'Relevance 33'],
  [67, 'Relevance 67'],
  [100, 'Relevance 100: the most relevant of all'],
]);

/** What the actors that matter use and nothing covers. */
export const actorsMinusCoverageLayer: LayerDefinition = {
  id: 'actors-minus-coverage',
  kind: 'delta',
  name: 'Used and not covered',
  summary:
    'Techniques the actors that matter use and no counting rule covers, or that an exercise missed; scores are their relevance, 0 to 100.',
  build: (input) =>
    frame(actorsMinusCoverageLayer, input, {
      techniques: input.assessments
        .filter(({ relevance, level }) => relevance > 0 && !isCovered(level))
        .map((assessment) =>
          techniqueEntry(assessment, input.workspace.config, {
            score: assessment.relevance,
            ...(assessment.level === 'failed' && { color: FAILED_AMONG_GAPS_COLOR }),
            comment: `${usedBy(assessment, input.knowledge)} ${missingFor(assessment)}`,
          }),
        ),
      scale: {
        ...SCALE,
        legendItems: [
          ...SCALE.legendItems,
          { label: 'Used, executed here and missed', color: FAILED_AMONG_GAPS_COLOR },
          { label: 'Covered, or not used', color: UNSCORED_COLOR },
        ],
      },
      rollUp: 'A parent is covered when a rule covers it or one of its sub-techniques.',
    }),
};
