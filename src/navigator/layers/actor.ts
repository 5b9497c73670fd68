import { counted } from '../../coverage/wording.ts';
import type { ActorCoverage } from '../../coverage/actor-coverage.ts';
import { absoluteUrl, actorPath } from '../../output/paths.ts';
import { categoryScale } from '../categories.ts';
import { UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition, LayerFamily, LayerInput } from '../layer-definition.ts';
import type { Layer, LayerTechnique } from '../layer.ts';
import { STANDINGS, standingEntry } from '../standing.ts';

const SCALE = categoryScale(STANDINGS, [{ label: 'Not used, as far as is known', color: UNSCORED_COLOR }]);

/** One layer for each actor with a technique of the domain. What a technique's cell says is made once for all of them. */
export const actorLayers: LayerFamily = ({ actors }) => {
  const entries = new Map<string, LayerTechnique>();
  return actors.map((actor): LayerDefinition => {
    const id = actorLayerId(actor.id);
    const name = `${actor.type === 'own' ? actor.name : `${actor.name} (${actor.id})`} against our coverage`;
    const summary = summaryOf(actor);
    return {
      id,
      kind: 'actor',
      name,
      summary,
      ...(actor.weight === undefined && { alone: true }),
      build: (input) => overlay({ name, summary }, actor, input, entries),
    };
  });
};

/** `G0016` → `actor-g0016` */
export function actorLayerId(actorId: string): string {
  return `actor-${actorId.toLowerCase()}`;
}

function summaryOf({ name, type, techniques, total, covered, withProof }: ActorCoverage): string {
  const out = techniques.length - total;
  const kind = type === 'own' ? 'an actor of our own profile' : type;
  return (
    `What ${name}, ${kind === 'group' || kind === 'campaign' ? `a ${kind}` : kind}, uses: ` +
    `${counted(total, 'technique')} in scope, ${covered} covered, ${withProof} of them with proof` +
    `${out > 0 ? `; ${out} out of scope` : ''}. Scores are those of the coverage layer.`
  );
}

function overlay(
  named: Pick<LayerDefinition, 'name' | 'summary'>,
  { id, techniques }: ActorCoverage,
  input: LayerInput,
  entries: Map<string, LayerTechnique>,
): Layer {
  const { config } = input.workspace;
  const used = techniques.map(({ assessment }) => assessment);
  const url = absoluteUrl(config, actorPath(id));
  return frame(named, input, {
    techniques: used
      .filter(({ scope }) => scope.state === 'in')
      .map((assessment) => {
        let entry = entries.get(assessment.technique);
        if (!entry) entries.set(assessment.technique, (entry = standingEntry(assessment, config)));
        return entry;
      }),
    outOfScope: used.filter(({ scope }) => scope.state !== 'in'),
    scale: SCALE,
    rollUp: 'A technique is used when it is named itself; one of its sub-techniques does not make it used.',
    ...(url !== undefined && { links: [{ label: 'The actor, technique by technique', url }] }),
    isSlim: true,
  });
}
