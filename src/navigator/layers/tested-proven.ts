import type { Level } from '../../coverage/assessment.ts';
import { COVERAGE_RAMP, FAILED_COLOR, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { percentScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';

const SCORES: Partial<Record<Level, number>> = { failed: 0, tested: 50, proven: 100 };

const SCALE = percentScale(COVERAGE_RAMP, [
  [50, 'Tested: the rule fires on sample data'],
  [100, 'Proven: our environment saw it'],
]);

/** Only what was put to the test, and how that ended. */
export const testedProvenLayer: LayerDefinition = {
  id: 'tested-proven',
  kind: 'coverage',
  name: 'Tested and proven',
  summary:
    'What was put to the test: rules that fire on sample data (50), techniques our environment saw (100) or missed (0).',
  build: (input) =>
    frame(testedProvenLayer, input, {
      techniques: input.assessments.flatMap((assessment) => {
        const score = SCORES[assessment.level];
        if (score === undefined) return [];
        const drawn = { score, ...(assessment.level === 'failed' && { color: FAILED_COLOR }) };
        return [techniqueEntry(assessment, input.workspace.config, drawn)];
      }),
      scale: {
        ...SCALE,
        legendItems: [
          ...SCALE.legendItems,
          { label: 'Failed: executed here and missed', color: FAILED_COLOR },
          { label: 'Never put to the test', color: UNSCORED_COLOR },
        ],
      },
      rollUp: 'Proof of one sub-technique is no proof of its parent: all of them together are.',
    }),
};
