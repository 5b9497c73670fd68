import { categoryScale } from '../categories.ts';
import { FAILED_COLOR, GOOD_COLOR, SOME_COLOR, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { missingFor } from '../missing.ts';
import { techniqueEntry } from '../technique-entry.ts';

const UNPROVEN = {
  claimed: { score: 100, color: SOME_COLOR, label: 'Claimed: neither tested nor proven' },
  tested: { score: 50, color: GOOD_COLOR, label: 'Tested on sample data, not proven here' },
  failed: { score: 100, color: FAILED_COLOR, label: 'Claimed, executed here and missed' },
} as const;

const SCALE = categoryScale(Object.values(UNPROVEN), [
  { label: 'Proven, or not claimed', color: UNSCORED_COLOR },
]);

/** What the rules claim and nothing has proven here. */
export const claimedMinusProvenLayer: LayerDefinition = {
  id: 'claimed-minus-proven',
  kind: 'delta',
  name: 'Claimed and not proven',
  summary:
    'Techniques a counting rule claims to detect that our environment never saw: the part that is missing to proof, 50 where a test passes, else 100.',
  build: (input) =>
    frame(claimedMinusProvenLayer, input, {
      techniques: input.assessments.flatMap((assessment) => {
        const { level, detectionsRolledUp } = assessment;
        if (level !== 'claimed' && level !== 'tested' && level !== 'failed') return [];
        if (detectionsRolledUp.length === 0) return [];
        const { score, color, label } = UNPROVEN[level];
        const comment = `${label}. ${missingFor(assessment)}`;
        return [techniqueEntry(assessment, input.workspace.config, { score, color, comment })];
      }),
      scale: SCALE,
      rollUp: 'Proof of one sub-technique is no proof of its parent: all of them together are.',
    }),
};
