import type { Domain } from '../attack/domain.ts';
import type { Actor, KnowledgeBase } from '../attack/knowledge-base.ts';
import type { ProfileRelevance } from './assessment.ts';
import type { TechniqueUser } from './gap.ts';

/** Tells who makes a technique relevant, strongest first; made once for a domain and asked for each technique. */
export type UsersOf = (technique: string) => TechniqueUser[];

/**
 * With a profile: its actors that use the technique, by weight, then in the order relevance gives them. Without one: the groups of ATT&CK that use it.
 * Empty for a technique that a profile weighs, or says was seen, without naming who does it.
 */
export function usersOfTechniques({ profile, domains }: ProfileRelevance, knowledge: KnowledgeBase): UsersOf {
  if (!profile) return (technique) => groupsUsing(technique, knowledge);
  const own = new Set(profile.actors.flatMap(({ actor, own: isOwn }) => (isOwn ? [actor] : [])));
  const known = (actor: string): Actor | undefined => (own.has(actor) ? undefined : knowledge.actor(actor));
  const weights = new Map<string, number>();
  for (const { actor, weight } of profile.actors) {
    const id = known(actor)?.id ?? actor;
    weights.set(id, Math.max(weight, weights.get(id) ?? 0));
  }
  const relevances = domains.get(knowledge.domain);
  return (technique) =>
    (relevances?.get(technique)?.actors ?? [])
      .flatMap((id): TechniqueUser[] => {
        const weight = weights.get(id);
        // What was seen without knowing who did it is no actor.
        return weight === undefined ? [] : [{ id, name: known(id)?.name ?? id, weight }];
      })
      .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}

/** How much a profile makes a technique relevant, 0-100. */
export function relevanceIn({ domains }: ProfileRelevance, domain: Domain, technique: string): number {
  return domains.get(domain)?.get(technique)?.score ?? 0;
}

function groupsUsing(technique: string, knowledge: KnowledgeBase): TechniqueUser[] {
  return knowledge
    .usersOf(technique)
    .filter(({ type }) => type === 'group')
    .map(({ id, name }) => ({ id, name }));
}
