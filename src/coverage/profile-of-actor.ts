import type { ThreatProfile } from '../threats/threat-profile.ts';
import type { ActorCoverage } from './actor-coverage.ts';
import type { ProfileRelevance } from './assessment.ts';

/**
 * A profile of one actor alone, for an actor that the team's profile does not name: everything it does is equally relevant.
 *
 * @param inDomains The same actor in each domain that knows it; not empty.
 */
export function profileOfActor(inDomains: readonly ActorCoverage[]): ProfileRelevance {
  const [first] = inDomains;
  const isOwn = first?.type === 'own';
  const actor = (isOwn ? first.name : first?.id) ?? '';
  const profile: ThreatProfile = {
    format: 'coverbook',
    id: first?.id.toLowerCase() ?? '',
    title: first?.name ?? '',
    actors: [{ actor, weight: 1, ...(isOwn && { own: true as const }) }],
    procedures: inDomains.flatMap(({ techniques }) => techniques.flatMap(({ procedures }) => procedures)),
    techniques: [],
    source: '',
    path: '',
  };
  return {
    profile,
    domains: new Map(
      inDomains.map(({ domain, techniques }) => [
        domain,
        new Map(
          techniques.map(({ assessment }) => [
            assessment.technique,
            { score: 100, users: 1, actors: [actor] },
          ]),
        ),
      ]),
    ),
  };
}
