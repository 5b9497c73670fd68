import { GAP_RAMP, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { missingFor } from '../missing.ts';
import { percentScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';
import { usedBy } from '../used-by.ts';

const SCALE = percentScale(GAP_RAMP, [
  [1, 'Gap 1: little used, or nearly covered'],
  [33, 'Gap 33'],
  [67, 'Gap 67'],
  [100, 'Gap 100: most used, nothing there'],
]);

/** Where the actors that matter meet the least: the priority of every technique that has any. */
export const gapsLayer: LayerDefinition = {
  id: 'gaps',
  kind: 'coverage',
  name: 'Gaps',
  summary:
    'Where the actors that matter meet the least, 0 to 100: how much they use a technique, times what its score lacks.',
  build: (input) =>
    frame(gapsLayer, input, {
      techniques: input.assessments
        .filter(({ priority }) => priority > 0)
        .map((assessment) =>
          techniqueEntry(assessment, input.workspace.config, {
            score: assessment.priority,
            comment: `${usedBy(assessment, input.knowledge)} ${missingFor(assessment)}`,
          }),
        ),
      scale: {
        ...SCALE,
        legendItems: [
          ...SCALE.legendItems,
          { label: 'Nobody uses it that matters, or nothing is lacking', color: UNSCORED_COLOR },
        ],
      },
      rollUp: 'Each technique and sub-technique stands for itself, by its score in the coverage layer.',
    }),
};
