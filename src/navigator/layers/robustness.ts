import { counted } from '../../coverage/wording.ts';
import type { Assessment } from '../../coverage/assessment.ts';
import { RUNGS, type Rung } from '../../robustness/judgement.ts';
import { categoryScale, type Category } from '../categories.ts';
import { BEST_COLOR, GOOD_COLOR, SOME_COLOR, UNKNOWN_COLOR, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition } from '../layer-definition.ts';
import { techniqueEntry } from '../technique-entry.ts';

const CATEGORIES: Record<Rung | 'not-judged', Category & { says: string }> = {
  behaviour: { color: '#1b1464', label: 'Behaviour', says: 'what must be done to get the result' },
  tool: { color: BEST_COLOR, label: 'Tool', says: 'the tool, which would have to be rebuilt or replaced' },
  artefact: {
    color: GOOD_COLOR,
    label: 'Artefact',
    says: 'what is left behind, which can be renamed or moved',
  },
  domain: { color: SOME_COLOR, label: 'Domain name', says: 'a name, which is registered anew' },
  ip: { color: '#e08a00', label: 'IP address', says: 'an address, which is changed for another' },
  hash: { color: '#8a2b06', label: 'File hash', says: 'a hash, which one byte changes' },
  'not-judged': { color: UNKNOWN_COLOR, label: 'Not judged', says: 'nothing that could be judged' },
};

const FROM_THE_TOP = [...RUNGS].reverse();

const SCALE = categoryScale(
  [...FROM_THE_TOP, 'not-judged' as const].map((rung) => CATEGORIES[rung]),
  [{ label: 'No counting rule of its own', color: UNSCORED_COLOR }],
  { minValue: 0, maxValue: RUNGS.length },
);

/** The rung of the pyramid of pain the most robust rule of each technique stands on. */
export const robustnessLayer: LayerDefinition = {
  id: 'robustness',
  kind: 'coverage',
  name: 'Robustness',
  summary:
    'How hard the most robust rule of each technique is to evade: the rung of the pyramid of pain, from 1 (file hash) to 6 (behaviour).',
  build: (input) =>
    frame(robustnessLayer, input, {
      techniques: input.assessments
        .filter(({ detections }) => detections.length > 0)
        .map((assessment) => {
          const { best } = assessment.robustness;
          return techniqueEntry(assessment, input.workspace.config, {
            ...(best !== undefined && { score: RUNGS.indexOf(best) + 1 }),
            color: CATEGORIES[best ?? 'not-judged'].color,
            comment: commentOf(assessment),
            metadata: spreadOf(assessment).map(([rung, count]) => ({
              name: CATEGORIES[rung].label,
              value: counted(count, 'rule'),
            })),
          });
        }),
      scale: SCALE,
      rollUp: 'A rule of a sub-technique is not counted for its parent, nor the other way round.',
    }),
};

/** Rungs rules stand on, from the top; those not judged last. */
function spreadOf({ robustness: { spread } }: Assessment): [Rung | 'not-judged', number][] {
  return [...FROM_THE_TOP, 'not-judged' as const]
    .map((rung): [Rung | 'not-judged', number] => [rung, spread[rung]])
    .filter(([, count]) => count > 0);
}

function commentOf({ robustness: { best, spread }, detections }: Assessment): string {
  if (best === undefined)
    return detections.length === 1
      ? 'Its counting rule was not judged.'
      : `None of its ${detections.length} counting rules was judged.`;
  const { label, says } = CATEGORIES[best];
  return `${label}: ${spread[best]} of ${counted(detections.length, 'counting rule')} ${spread[best] === 1 ? 'keys' : 'key'} on ${says}.`;
}
