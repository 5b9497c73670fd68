import { COVERAGE_RAMP, FAILED_COLOR, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { percentScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';

const SCALE = percentScale(COVERAGE_RAMP, [
  [1, 'Score 1'],
  [25, 'Score 25'],
  [50, 'Score 50'],
  [75, 'Score 75'],
  [100, 'Score 100'],
]);

/** The score of every technique anything speaks for; missed ones in a colour of their own. */
export const coverageLayer: LayerDefinition = {
  id: 'coverage',
  kind: 'coverage',
  name: 'Coverage',
  summary:
    'How much speaks for each technique, 0 to 100: rules, hunts, tests and proof; missed ones stand out.',
  build: (input) =>
    frame(coverageLayer, input, {
      techniques: input.assessments
        .filter(({ level }) => level !== 'none')
        .map((assessment) =>
          techniqueEntry(assessment, input.workspace.config, {
            score: assessment.score,
            ...(assessment.level === 'failed' && { color: FAILED_COLOR }),
          }),
        ),
      scale: {
        ...SCALE,
        legendItems: [
          ...SCALE.legendItems,
          { label: 'Executed and missed', color: FAILED_COLOR },
          { label: 'Nothing speaks for it', color: UNSCORED_COLOR },
        ],
      },
      rollUp:
        'A technique scores its own evidence or the mean of its sub-techniques, whichever is more; its rules never count for them.',
    }),
};
