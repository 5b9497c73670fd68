import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { ThreatProfile } from './threat-profile.ts';

/** How much a technique matters to the team. */
export interface Relevance {
  /** Integer 0-100; 100 is the most relevant technique of the domain. */
  score: number;
  /** How many actors that were counted use it: of the profile, or groups without one. */
  users: number;
  /** Ids of the profile's actors that use the technique, sorted; empty without a profile. */
  actors: string[];
}

/**
 * Relevance of every technique that has any, by technique id.
 *
 * With a profile: the summed weights of its actors that use the technique, as a percentage of the highest sum.
 * Without one: the number of groups that use it, as a percentage of the highest number.
 *
 * Only an actor's own procedures speak. What its software and its campaigns do is not taken over: ATT&CK records it
 * for every user of that software at once, and commodity tools would make all actors look alike. A profile can name
 * software and campaigns as actors of their own. A procedure of a sub-technique says nothing of its parent.
 */
export function relevance(
  profile: Pick<ThreatProfile, 'actors'> | undefined,
  knowledge: KnowledgeBase,
): Map<string, Relevance> {
  const actors = profile ? profileWeights(profile, knowledge) : groupWeights(knowledge);
  const sums = new Map<string, { sum: number; users: number; actors: string[] }>();
  for (const [actor, weight] of actors) {
    for (const technique of knowledge.techniquesUsedBy(actor)) {
      const entry = sums.get(technique) ?? { sum: 0, users: 0, actors: [] };
      entry.sum += weight;
      entry.users += 1;
      if (profile) entry.actors.push(actor);
      sums.set(technique, entry);
    }
  }
  const highest = Math.max(0, ...[...sums.values()].map(({ sum }) => sum));
  return new Map(
    [...sums].map(([technique, { sum, users, actors: ids }]) => [
      technique,
      { score: highest === 0 ? 0 : Math.round((100 * sum) / highest), users, actors: ids.sort() },
    ]),
  );
}

/** Actor id → weight. An actor named twice, by id and by alias, has its highest weight once. */
function profileWeights(
  profile: Pick<ThreatProfile, 'actors'>,
  knowledge: KnowledgeBase,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { actor, weight } of profile.actors) {
    const id = knowledge.actor(actor)?.id;
    if (id !== undefined) weights.set(id, Math.max(weight, weights.get(id) ?? 0));
  }
  return weights;
}

function groupWeights(knowledge: KnowledgeBase): Map<string, number> {
  return new Map(knowledge.facts.groups.map(({ id }) => [id, 1]));
}
