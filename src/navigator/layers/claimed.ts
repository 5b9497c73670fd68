import { isCovered } from '../../coverage/levels.ts';
import { COVERAGE_RAMP, FAILED_COLOR, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { countScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';

/** A score ends here: the number of rules is in the metadata whatever it is. */
const MOST_RULES = 100;

/** What the rules claim, with and without proof; a claim that was missed stands out. */
export const claimedLayer: LayerDefinition = {
  id: 'claimed',
  kind: 'coverage',
  name: 'Claimed',
  summary:
    'Techniques a counting rule claims to detect, tested and proven ones included, by number of rules up to 100.',
  build(input) {
    const claimed = input.assessments.filter(
      ({ level, detectionsRolledUp }) =>
        isCovered(level) || (level === 'failed' && detectionsRolledUp.length > 0),
    );
    const score = (rules: readonly unknown[]) => Math.min(rules.length, MOST_RULES);
    const scale = countScale(
      COVERAGE_RAMP,
      claimed.map(({ detectionsRolledUp }) => score(detectionsRolledUp)),
      'rule',
    );
    return frame(claimedLayer, input, {
      techniques: claimed.map((assessment) =>
        techniqueEntry(assessment, input.workspace.config, {
          score: score(assessment.detectionsRolledUp),
          ...(assessment.level === 'failed' && { color: FAILED_COLOR }),
        }),
      ),
      scale: {
        ...scale,
        legendItems: [
          ...scale.legendItems,
          { label: 'Claimed, executed and missed', color: FAILED_COLOR },
          { label: 'No rule claims it', color: UNSCORED_COLOR },
        ],
      },
      rollUp: 'A technique counts its own rules and those of its sub-techniques, each once.',
    });
  },
};
