import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import type { ProfileRelevance } from '../coverage/assessment.ts';
import { profileOfActor } from '../coverage/profile-of-actor.ts';

type Actors = readonly ActorCoverage[];

/** What an actor's gaps are ranked by: the team's profile when it names the actor, else the actor alone. */
export function profileFor(
  actors: Actors,
  ofTeam: ProfileRelevance | undefined,
): ProfileRelevance | undefined {
  return isOutside(actors) ? profileOfActor(actors) : ofTeam;
}

/** Whom figures go by: `“Retail in Europe” (retail-2026)`, one actor outside of it, or all groups. */
export function profileWords(relevance: ProfileRelevance | undefined, actors?: Actors): string {
  const profile = relevance?.profile;
  if (actors && isOutside(actors))
    return `${actors[0]?.name ?? ''} alone, whom the threat profile does not name`;
  return profile ? `“${profile.title}” (${profile.id})` : 'all groups of ATT&CK (no threat profile)';
}

function isOutside(actors: Actors): boolean {
  return actors.every(({ weight }) => weight === undefined);
}
