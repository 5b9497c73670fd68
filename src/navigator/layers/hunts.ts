import { HUNT_RAMP } from '../colors.ts';
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
    return frame(huntsLayer, input, {
      techniques: hunted.map((assessment) =>
        techniqueEntry(assessment, input.workspace.config, {
          score: Math.min(assessment.playbooks.length, 100),
        }),
      ),
      scale: countScale(
        HUNT_RAMP,
        hunted.map(({ playbooks }) => playbooks.length),
        'playbook',
      ),
      rollUp: 'A playbook for a sub-technique is not counted for its parent, nor the other way round.',
    });
  },
};
