import { counted } from '../../coverage/wording.ts';
import { ruleWithoutVisibility } from '../../coverage/visibility-gaps.ts';
import { categoryScale } from '../categories.ts';
import { FAILED_COLOR, SOME_COLOR, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition, LayerFamily } from '../layer-definition.ts';
import { techniqueEntry } from '../technique-entry.ts';
import { neededData, visibilityComment } from './visibility.ts';

const UNSEEN = {
  partial: { color: SOME_COLOR, label: 'A rule, and some of the data it may need' },
  blind: { color: FAILED_COLOR, label: 'A rule, and none of the data ATT&CK names' },
} as const;

const SCALE = categoryScale(Object.values(UNSEEN), [
  { label: 'Visible, unknown, or no rule', color: UNSCORED_COLOR },
]);

/** Rules for what the collected logs cannot show; there when somebody says what is collected. */
export const detectionMinusVisibilityLayer: LayerFamily = ({ workspace }) =>
  workspace.visibility ? [definition] : [];

const definition: LayerDefinition = {
  id: 'detection-minus-visibility',
  kind: 'delta',
  name: 'Rules and no visibility',
  summary:
    'Techniques with a counting rule of their own that the logs we collect may not show; scores are the share of the data ATT&CK’s analytics read that is not collected, 0 to 100.',
  build: (input) =>
    frame(definition, input, {
      techniques: ruleWithoutVisibility(input.coverage).flatMap(({ assessment }) => {
        const { visibility, detections } = assessment;
        if (visibility?.state !== 'partial' && visibility?.state !== 'blind') return [];
        return [
          techniqueEntry(assessment, input.workspace.config, {
            score: 100 - visibility.share,
            color: UNSEEN[visibility.state].color,
            comment: `${counted(detections.length, 'counting rule')}. ${visibilityComment(visibility)}`,
            metadata: neededData(visibility),
          }),
        ];
      }),
      scale: SCALE,
      rollUp: 'Each technique and sub-technique stands for itself.',
    }),
};
