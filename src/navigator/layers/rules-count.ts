import { COVERAGE_RAMP, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { countScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';

/** Distinct counting rules mapped to exactly that technique. */
export const rulesCountLayer: LayerDefinition = {
  id: 'rules-count',
  kind: 'coverage',
  name: 'Rules per technique',
  summary:
    'How many distinct counting rules are mapped to exactly each technique: how much is written, not how good it is.',
  build(input) {
    const ruled = input.assessments.filter(({ detections }) => detections.length > 0);
    const scale = countScale(
      COVERAGE_RAMP,
      ruled.map(({ detections }) => detections.length),
      'rule',
    );
    return frame(rulesCountLayer, input, {
      techniques: ruled.map((assessment) =>
        techniqueEntry(assessment, input.workspace.config, { score: assessment.detections.length }),
      ),
      scale: {
        ...scale,
        legendItems: [...scale.legendItems, { label: 'No counting rule of its own', color: UNSCORED_COLOR }],
      },
      rollUp: 'A rule of a sub-technique is not counted for its parent, nor the other way round.',
    });
  },
};
