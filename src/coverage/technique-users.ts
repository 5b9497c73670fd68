import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { byCodeUnit } from '../attack/order.ts';
import type { ProfileRelevance } from './assessment.ts';
import type { TechniqueUser } from './gap.ts';

/** Tells who makes a technique relevant, strongest first; made once for a domain and asked for each technique. */
export type UsersOf = (technique: string) => TechniqueUser[];

/**
 * With a profile: its actors that use the technique, by weight. Without one: the groups of ATT&CK that use it.
 * Empty for a technique that a profile weighs, or says was seen, without naming who does it.
 */
export function usersOfTechniques({ profile, domains }: ProfileRelevance, knowledge: KnowledgeBase): UsersOf {
  if (!profile) return (technique) => groupsUsing(technique, knowledge);
  const weights = new Map<string, number>();
  for (const { actor, weight } of profile.actors) {
    const id = knowledge.actor(actor)?.id ?? actor;
    weights.set(id, Math.max(weight, weights.get(id) ?? 0));
  }
  const relevances = domains.get(knowledge.domain);
  return (technique) =>
    [
      ...new Set(
        (relevances?.get(technique)?.actors ?? []).map((actor) => knowledge.actor(actor)?.id ?? actor),
      ),
    ]
      .map((id): TechniqueUser => {
        const weight = weights.get(id);
        return { id, name: knowledge.actor(id)?.name ?? id, ...(weight !== undefined && { weight }) };
      })
      .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || byCodeUnit(a.name, b.name));
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
