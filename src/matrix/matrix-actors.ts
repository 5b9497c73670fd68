import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import type { Domain } from '../attack/domain.ts';
import { packIndexes } from './indexes.ts';
import type { MatrixActor } from './matrix-data.ts';

/** Every actor with a technique of the domain, the profile's first. */
export function matrixActors(
  domain: Domain,
  actors: readonly ActorCoverage[],
  indexOf: ReadonlyMap<string, number>,
): MatrixActor[] {
  return actors
    .filter((actor) => actor.domain === domain && actor.techniques.length > 0)
    .map(({ id, name, aliases, type, weight, techniques }) => {
      const others = aliases.filter((alias) => alias !== name);
      return {
        id,
        name,
        ...(others.length > 0 && { aliases: others.join(' · ') }),
        type,
        ...(weight !== undefined && { weight }),
        techniques: packIndexes(
          techniques.flatMap(({ assessment }) => indexOf.get(assessment.technique) ?? []),
        ),
      };
    });
}
