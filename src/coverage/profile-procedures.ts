import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { ownActorId } from '../threats/own-actor-id.ts';
import type { ProfileProcedure } from '../threats/threat-profile.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What the profiles themselves say of actors, ATT&CK's and their own. */
export interface ActorProcedures {
  /** Actors ATT&CK does not know: slug → name. */
  own: ReadonlyMap<string, string>;
  /** Technique → what was seen of this actor, newest first. Own actors by slug, the others by ATT&CK id. */
  of(actor: string, knowledge: KnowledgeBase): ReadonlyMap<string, ProfileProcedure[]>;
}

const NONE: ReadonlyMap<string, ProfileProcedure[]> = new Map();

export function proceduresByActor({ threats }: Pick<Workspace, 'threats'>): ActorProcedures {
  const own = new Map<string, string>();
  for (const { actors } of threats)
    for (const { actor, own: isOwn } of actors)
      if (isOwn && !own.has(ownActorId(actor))) own.set(ownActorId(actor), actor);
  const procedures = threats
    .flatMap((profile) => profile.procedures)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0));
  const indexes = new Map<KnowledgeBase, Map<string, Map<string, ProfileProcedure[]>>>();
  const indexFor = (knowledge: KnowledgeBase): Map<string, Map<string, ProfileProcedure[]>> => {
    let index = indexes.get(knowledge);
    if (!index) indexes.set(knowledge, (index = byActor(procedures, own, knowledge)));
    return index;
  };
  return { own, of: (actor, knowledge) => indexFor(knowledge).get(actor) ?? NONE };
}

function byActor(
  procedures: readonly ProfileProcedure[],
  own: ReadonlyMap<string, string>,
  knowledge: KnowledgeBase,
): Map<string, Map<string, ProfileProcedure[]>> {
  const index = new Map<string, Map<string, ProfileProcedure[]>>();
  for (const procedure of procedures) {
    const technique = procedure.mapping.resolved;
    if (procedure.actor === undefined || technique === undefined) continue;
    const id = ownActorId(procedure.actor);
    const actor = own.has(id) ? id : (knowledge.actor(procedure.actor)?.id ?? id);
    const of = index.get(actor) ?? new Map<string, ProfileProcedure[]>();
    index.set(actor, of);
    of.set(technique, [...(of.get(technique) ?? []), procedure]);
  }
  return index;
}
