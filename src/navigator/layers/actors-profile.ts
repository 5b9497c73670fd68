import type { ActorCoverage } from '../../coverage/actor-coverage.ts';
import type { Assessment } from '../../coverage/assessment.ts';
import { listed } from '../../coverage/wording.ts';
import { categoryScale } from '../categories.ts';
import { UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition, LayerFamily } from '../layer-definition.ts';
import { missingFor } from '../missing.ts';
import { STANDINGS, standingColor } from '../standing.ts';
import { techniqueEntry } from '../technique-entry.ts';

const SCALE = categoryScale(STANDINGS, [
  { label: 'Not used by any of them, as far as is known', color: UNSCORED_COLOR },
]);

/** All actors of the default profile in one layer; there when it names any. */
export const actorsProfileLayer: LayerFamily = ({ actors }) => (actors.some(isOfProfile) ? [definition] : []);

function isOfProfile(actor: ActorCoverage): actor is ActorCoverage & { weight: number } {
  return actor.weight !== undefined;
}

const definition: LayerDefinition = {
  id: 'actors-profile',
  kind: 'profile',
  name: 'Actors of the profile',
  summary:
    'What the actors of the default threat profile use, coloured by where we stand; scores are the share of all their weight that uses it, 0 to 100.',
  build(input) {
    const actors = input.actors.filter(isOfProfile);
    const all = actors.reduce((sum, { weight }) => sum + weight, 0);
    const users = new Map<Assessment, (typeof actors)[number][]>();
    for (const actor of actors) {
      for (const { assessment } of actor.techniques) {
        const known = users.get(assessment);
        if (known) known.push(actor);
        else users.set(assessment, [actor]);
      }
    }
    return frame(definition, input, {
      techniques: input.assessments.flatMap((assessment) => {
        const using = users.get(assessment);
        if (!using) return [];
        const weight = using.reduce((sum, actor) => sum + actor.weight, 0);
        const who = listed(
          using.map((actor) => `${actor.name} (${actor.weight})`),
          5,
        );
        return [
          techniqueEntry(assessment, input.workspace.config, {
            score: Math.round((100 * weight) / all),
            color: standingColor(assessment.level),
            comment: `Used by ${using.length} of ${actors.length} actors, ${weight} of ${all} by weight: ${who}. ${missingFor(assessment)}`,
          }),
        ];
      }),
      scale: SCALE,
      rollUp: 'A technique is used when it is named itself; one of its sub-techniques does not make it used.',
    });
  },
};
