import { actorsOf, indexActors } from '../attack/actor-index.ts';
import type { Domain } from '../attack/domain.ts';
import type { Actor, KnowledgeBase } from '../attack/knowledge-base.ts';

/**
 * The ATT&CK id of an actor by the first of its names that a configured domain knows; undefined when none does.
 *
 * @param names Ids, names or aliases, the surest first.
 * @param type Only actors of this type: `Akira` is a group and a piece of malware.
 */
export function knownActor(
  names: readonly string[],
  type: Actor['type'] | undefined,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): string | undefined {
  for (const name of names) {
    for (const base of knowledge.values()) {
      const actor = type ? actorsOfType(base, type).get(name.trim().toLowerCase()) : base.actor(name.trim());
      if (actor) return actor.id;
    }
  }
  return undefined;
}

const indexes = new WeakMap<KnowledgeBase, Map<Actor['type'], Map<string, Actor>>>();

function actorsOfType(base: KnowledgeBase, type: Actor['type']): Map<string, Actor> {
  const byType = indexes.get(base) ?? new Map<Actor['type'], Map<string, Actor>>();
  indexes.set(base, byType);
  let index = byType.get(type);
  if (!index)
    byType.set(type, (index = indexActors(actorsOf(base.facts).filter((actor) => actor.type === type))));
  return index;
}
