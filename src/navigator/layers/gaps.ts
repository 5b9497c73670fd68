import type { KnowledgeBase } from '../../attack/knowledge-base.ts';
import type { Assessment } from '../../coverage/assessment.ts';
import { counted, listed } from '../../coverage/wording.ts';
import { GAP_RAMP } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { missingFor } from '../missing.ts';
import { percentScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';

const SCALE = percentScale(GAP_RAMP, [
  [1, 'Gap 1: little used, or nearly covered'],
  [33, 'Gap 33'],
  [67, 'Gap 67'],
  [100, 'Gap 100: most used, nothing there'],
]);

/** Where the actors that matter meet the least: relevance × what the score lacks. */
export const gapsLayer: LayerDefinition = {
  id: 'gaps',
  name: 'Gaps',
  summary:
    'Where the actors that matter meet the least, 0 to 100: how much they use a technique, times what its score lacks.',
  build: (input) =>
    frame(gapsLayer, input, {
      techniques: [...input.coverage.assessments.values()].flatMap((assessment) => {
        const score = gapOf(assessment);
        if (score === 0) return [];
        const comment = [usedBy(assessment, input.knowledge), missingFor(assessment)].join(' ');
        return [techniqueEntry(assessment, input.workspace.config, { score, comment })];
      }),
      scale: SCALE,
      rollUp: 'Each technique and sub-technique stands for itself, by its score in the coverage layer.',
    }),
};

/** Integer 0-100. */
function gapOf({ relevance, score }: Pick<Assessment, 'relevance' | 'score'>): number {
  return Math.round((relevance * (100 - score)) / 100);
}

function usedBy({ users, relevantTo }: Assessment, knowledge: KnowledgeBase): string {
  if (relevantTo.length > 0) {
    const names = relevantTo.map((id) => knowledge.actor(id)?.name ?? id);
    return `Used by ${listed(names, 5)}.`;
  }
  return `Used by ${counted(users, 'group')} in ATT&CK.`;
}
