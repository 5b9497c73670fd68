import { HUNT_RAMP, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { countScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';

/** Current playbooks mapped to exactly that technique. */
export const huntsLayer: LayerDefinition = {
  id: 'hunts',
  kind: 'coverage',
  name: 'Hunts',
  summary: 'How many current hunt playbooks look for each technique.',
  build(input) {
    const hunted = input.assessments.filter(({ playbooks }) => playbooks.length > 0);
    const scale = countScale(
      HUNT_RAMP,
      hunted.map(({ playbooks }) => playbooks.length),
      'playbook',
    );
    return frame(huntsLayer, input, {
      techniques: hunted.map((assessment) =>
        techniqueEntry(assessment, input.workspace.config, {
          score: Math.min(assessment.playbooks.length, 100),
        }),
      ),
      scale: {
        ...scale,
        legendItems: [
          ...scale.legendItems,
          { label: 'No current playbook looks for it', color: UNSCORED_COLOR },
        ],
      },
      rollUp: 'A playbook for a sub-technique is not counted for its parent, nor the other way round.',
    });
  },
};
