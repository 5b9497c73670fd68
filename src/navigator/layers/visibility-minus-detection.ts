import { visibleWithoutRule } from '../../coverage/visibility-gaps.ts';
import { GAP_RAMP, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition, LayerFamily } from '../layer-definition.ts';
import { percentScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';
import { usedBy } from '../used-by.ts';
import { neededData, visibilityComment } from './visibility.ts';

const SCALE = percentScale(GAP_RAMP, [
  [0, 'Visible, no rule, priority 0'],
  [33, 'Priority 33'],
  [67, 'Priority 67'],
  [100, 'Priority 100'],
]);

/** What we could see and no rule looks for; there when somebody says what is collected. */
export const visibilityMinusDetectionLayer: LayerFamily = ({ workspace }) =>
  workspace.visibility ? [definition] : [];

const definition: LayerDefinition = {
  id: 'visibility-minus-detection',
  kind: 'delta',
  name: 'Visible and no rule',
  summary:
    'Techniques the logs we collect could show and no counting rule looks for: rules that could be written today; scores are their priority, 0 to 100.',
  build: (input) =>
    frame(definition, input, {
      techniques: visibleWithoutRule(input.coverage).flatMap(({ assessment }) => {
        const { visibility } = assessment;
        if (!visibility) return [];
        return [
          techniqueEntry(assessment, input.workspace.config, {
            score: assessment.priority,
            comment: `${visibilityComment(visibility)} ${assessment.relevance > 0 ? usedBy(assessment, input.knowledge) : 'Nobody uses it that matters here.'}`,
            metadata: neededData(visibility),
          }),
        ];
      }),
      scale: {
        ...SCALE,
        legendItems: [
          ...SCALE.legendItems,
          { label: 'A rule looks for it, or it is not visible', color: UNSCORED_COLOR },
        ],
      },
      rollUp: 'A rule of a sub-technique is a rule for its parent too.',
    }),
};
