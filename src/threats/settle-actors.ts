import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { ProfileActorDraft, ThreatProfileDraft } from '../readers/reader.ts';
import { knownActor } from './known-actor.ts';

/** An actor held against ATT&CK. `own` says that ATT&CK does not know it and that the profile speaks for it. */
export interface SettledActor extends ProfileActorDraft {
  /** Its ATT&CK id, where ATT&CK knows it. */
  known?: string;
  /** Its draft said itself that it is the profile's own. */
  declaredOwn: boolean;
  /** A procedure of the profile names it. */
  acts: boolean;
}

/**
 * The actors of a profile held against ATT&CK, each once with its highest weight, and its procedures with the names
 * those actors have here. What ATT&CK knows by any of its names is that actor. What it does not know is the profile's
 * own when it says so or when a procedure says what it does; anything else is a name nobody knows.
 */
export function settleActors(
  draft: Pick<ThreatProfileDraft, 'actors' | 'procedures'>,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): { actors: SettledActor[]; procedures: ThreatProfileDraft['procedures'] } {
  const acting = new Set(draft.procedures.flatMap(({ actor }) => (actor === undefined ? [] : keyOf(actor))));
  const settled = new Map<string, SettledActor>();
  const byName = new Map<string, SettledActor>();
  for (const written of draft.actors) {
    const key = keyOf(written.actor);
    const known = knownActor(written.names ?? [written.actor], written.type, knowledge);
    const same = settled.get(known ?? key);
    const actor = same ?? settle(written, known, knowledge);
    actor.weight = Math.max(actor.weight, written.weight);
    actor.acts ||= acting.has(key);
    settled.set(known ?? key, actor);
    byName.set(key, actor);
  }
  const actors = [...settled.values()];
  for (const actor of actors) if (actor.acts && actor.known === undefined) actor.own = true;
  return {
    actors,
    procedures: draft.procedures.map(({ actor, ...procedure }) => ({
      ...procedure,
      ...(actor !== undefined && { actor: byName.get(keyOf(actor))?.actor ?? actor }),
    })),
  };
}

function settle(
  { own, ...written }: ProfileActorDraft,
  known: string | undefined,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): SettledActor {
  const declared = { declaredOwn: own === true, acts: false };
  if (known === undefined) return { ...written, ...(own && { own }), ...declared };
  // What only another of its names or its type leads to goes by its id, so that everybody else finds it too.
  const isFound = knownActor([written.actor], undefined, knowledge) === known;
  return { ...written, actor: isFound ? written.actor : known, known, ...declared };
}

function keyOf(actor: string): string {
  return actor.trim().toLowerCase();
}
