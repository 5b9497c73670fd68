import type { ProfileRelevance } from '../../coverage/assessment.ts';
import { RELEVANCE_RAMP, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition, LayerFamily, LayerInput } from '../layer-definition.ts';
import { percentScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';
import { usedBy } from '../used-by.ts';

const SCALE = percentScale(RELEVANCE_RAMP, [
  [1, 'Relevance 1'],
  [33, 'Relevance 33'],
  [67, 'Relevance 67'],
  [100, 'Relevance 100: the most relevant of all'],
]);

/** How much each technique matters to a threat profile: the default one first, then each of the others. */
export const relevanceLayers: LayerFamily = ({ profiles }) =>
  profiles.map((profile, index): LayerDefinition => {
    const title = profile.profile?.title;
    const definition: LayerDefinition = {
      id: index === 0 ? 'relevance' : `relevance-${profile.profile?.id ?? index}`,
      kind: 'profile',
      name: title === undefined ? 'Relevance' : `Relevance to “${title}”`,
      summary:
        title === undefined
          ? 'How many groups of ATT&CK use each technique, as a percentage of the most used one; there is no threat profile.'
          : `How much each technique matters to the threat profile “${title}”, 0 to 100, whatever we have on it.`,
      build: (input) => build(definition, profile, input),
    };
    return definition;
  });

function build(
  definition: LayerDefinition,
  { domains }: ProfileRelevance,
  input: LayerInput,
): ReturnType<LayerDefinition['build']> {
  const { knowledge, coverage, workspace } = input;
  const relevances = domains.get(coverage.domain);
  return frame(definition, input, {
    techniques: input.assessments.flatMap((assessment) => {
      const relevant = relevances?.get(assessment.technique);
      if (!relevant || relevant.score === 0) return [];
      const comment = usedBy({ users: relevant.users, relevantTo: relevant.actors }, knowledge);
      return [techniqueEntry(assessment, workspace.config, { score: relevant.score, comment })];
    }),
    scale: {
      ...SCALE,
      legendItems: [
        ...SCALE.legendItems,
        { label: 'Nobody uses it that matters here', color: UNSCORED_COLOR },
      ],
    },
    rollUp: 'A technique is used when it is named itself; one of its sub-techniques does not make it used.',
  });
}
