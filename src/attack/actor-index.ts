import type { AttackFacts } from './facts.ts';
import type { Actor } from './knowledge-base.ts';

/** Groups, then campaigns, then software, each sorted by id. */
export function actorsOf(facts: AttackFacts): Actor[] {
  return [
    ...facts.groups.map((group): Actor => ({ type: 'group', ...group })),
    ...facts.campaigns.map((campaign): Actor => ({ type: 'campaign', ...campaign })),
    ...facts.software.map((software): Actor => ({ type: 'software', ...software })),
  ];
}

/**
 * Actors by id, name and alias, in lower case. An id wins over a name, a name over an alias, and among equals the
 * first actor: some aliases are shared, and some names are another actor's alias.
 */
export function indexActors(actors: readonly Actor[]): Map<string, Actor> {
  const index = new Map<string, Actor>();
  const add = (key: string, actor: Actor): void => {
    const lower = key.toLowerCase();
    if (!index.has(lower)) index.set(lower, actor);
  };
  for (const actor of actors) add(actor.id, actor);
  for (const actor of actors) add(actor.name, actor);
  for (const actor of actors) for (const alias of actor.aliases) add(alias, actor);
  return index;
}
