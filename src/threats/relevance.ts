import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { ThreatProfile } from './threat-profile.ts';

/** How much a technique matters to the team. */
export interface Relevance {
  /** Integer 1-100; 100 is the most relevant technique of the domain. */
  score: number;
  /** How many were counted that use it: actors of the profile and its own observations, or groups without one. */
  users: number;
  /**
   * Who of the profile uses the technique, by weight, then by id: ATT&CK ids, names of the profile's own actors, and
   * {@link OWN_OBSERVATION}. Empty without a profile.
   */
  actors: string[];
}

/** Stands among the actors for what the team has seen without knowing who did it. */
export const OWN_OBSERVATION = 'own observation';

/** What of a profile decides relevance. */
export type RelevantProfile = Pick<ThreatProfile, 'actors'> &
  Partial<Pick<ThreatProfile, 'procedures' | 'techniques'>>;

/** Technique id → who uses it → that one's weight. */
type Users = Map<string, Map<string, number>>;

/**
 * Relevance of every technique that has any, by technique id: its weight as a percentage of the highest weight of the
 * domain, rounded, at least 1.
 *
 * The weight of a technique is the sum of the weights of all who use it, plus the highest weight the profile states
 * for the technique itself. An actor uses a technique when ATT&CK or a procedure of the profile says so, and counts
 * once, with its weight; a procedure that states a weight replaces the actor's there, and of several the highest
 * stands. All procedures without an actor are one user ({@link OWN_OBSERVATION}) of weight 1, or of the highest weight
 * they state. Without a profile every group of ATT&CK is an actor of weight 1.
 *
 * Only an actor's own procedures speak. What its software and its campaigns do is not taken over: ATT&CK records it
 * for every user of that software at once, and commodity tools would make all actors look alike. A profile can name
 * software and campaigns as actors of their own. A procedure of a sub-technique says nothing of its parent.
 */
export function relevance(
  profile: RelevantProfile | undefined,
  knowledge: KnowledgeBase,
): Map<string, Relevance> {
  const users = profile ? usersOf(profile, knowledge) : groupsOf(knowledge);
  const stated = profile ? statedWeights(profile, knowledge) : new Map<string, number>();
  const sums = [...new Set([...users.keys(), ...stated.keys()])].map((technique) => {
    const of = users.get(technique) ?? new Map<string, number>();
    const sum = [...of.values()].reduce((total, weight) => total + weight, stated.get(technique) ?? 0);
    return { technique, of, sum };
  });
  const highest = sums.reduce((most, { sum }) => Math.max(most, sum), 0);
  return new Map(
    sums.map(({ technique, of, sum }) => [
      technique,
      {
        score: Math.max(1, Math.round((100 * sum) / highest)),
        users: of.size,
        actors: profile ? byWeight(of) : [],
      },
    ]),
  );
}

function usersOf({ actors, procedures = [] }: RelevantProfile, knowledge: KnowledgeBase): Users {
  const users: Users = new Map();
  const own = new Set(actors.flatMap(({ actor, own }) => (own ? [actor] : [])));
  const idOf = (actor: string): string | undefined =>
    own.has(actor) ? undefined : knowledge.actor(actor)?.id;
  const weights = new Map<string, number>();
  for (const { actor, weight } of actors) {
    raise(weights, actor, weight);
    const id = idOf(actor);
    if (id === undefined) continue;
    for (const technique of knowledge.techniquesUsedBy(id)) use(users, technique, id, weight);
  }
  for (const { mapping, actor, weight } of procedures) {
    if (mapping.domain !== knowledge.domain || mapping.resolved === undefined) continue;
    const user = actor === undefined ? OWN_OBSERVATION : (idOf(actor) ?? actor);
    use(users, mapping.resolved, user, weight ?? weights.get(actor ?? '') ?? 1);
  }
  return users;
}

function groupsOf(knowledge: KnowledgeBase): Users {
  const users: Users = new Map();
  for (const { id } of knowledge.facts.groups)
    for (const technique of knowledge.techniquesUsedBy(id)) use(users, technique, id, 1);
  return users;
}

function statedWeights({ techniques = [] }: RelevantProfile, { domain }: KnowledgeBase): Map<string, number> {
  const stated = new Map<string, number>();
  for (const { mapping, weight } of techniques)
    if (mapping.domain === domain && mapping.resolved !== undefined) raise(stated, mapping.resolved, weight);
  return stated;
}

function use(users: Users, technique: string, user: string, weight: number): void {
  const of = users.get(technique) ?? new Map<string, number>();
  users.set(technique, of);
  raise(of, user, weight);
}

function raise(weights: Map<string, number>, key: string, weight: number): void {
  weights.set(key, Math.max(weight, weights.get(key) ?? 0));
}

function byWeight(weights: ReadonlyMap<string, number>): string[] {
  return [...weights].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([user]) => user);
}
