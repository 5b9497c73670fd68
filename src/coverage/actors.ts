import { actorsOf } from '../attack/actor-index.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { byCodeUnit } from '../attack/order.ts';
import { ownActorId } from '../threats/own-actor-id.ts';
import type { ProfileActor } from '../threats/threat-profile.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { relationsOf } from './actor-relations.ts';
import type { ActorCoverage } from './actor-coverage.ts';
import type { Coverage, DomainCoverage, ProfileRelevance } from './assessment.ts';
import { coverActor, type Who } from './cover-actor.ts';
import { proceduresByActor, type ActorProcedures } from './profile-procedures.ts';

/**
 * Every actor of every configured domain with a technique there, the profile's own among them, and where we stand on
 * what it does. An actor of the profile that no domain has a technique of is there too, with none.
 *
 * @param profile Gives weights and reasons; the default profile where it is not said.
 * @returns The profile's actors by weight, then the others; of one weight by id, then by domain.
 */
export function actorCoverages(
  workspace: Workspace,
  coverage: Coverage,
  profile: ProfileRelevance | undefined = coverage.profiles[0],
): ActorCoverage[] {
  const procedures = proceduresByActor(workspace);
  const bases = [...workspace.knowledge.values()];
  const all = bases.flatMap((knowledge) => {
    const domain = coverage.domains.get(knowledge.domain);
    return domain ? inDomain(knowledge, domain, procedures, profile?.profile?.actors ?? []) : [];
  });
  const withTechniques = new Set(all.filter(({ techniques }) => techniques.length > 0).map(({ id }) => id));
  const seen = new Set<string>();
  return all
    .filter(({ id, techniques, weight }) => {
      if (techniques.length > 0) return true;
      if (weight === undefined || withTechniques.has(id) || seen.has(id)) return false;
      seen.add(id);
      return true;
    })
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || byCodeUnit(a.id, b.id));
}

/** The actor with this id, name or alias, once for each domain that has techniques of it; ids win over names. */
export function actorCoverage(idOrName: string, actors: readonly ActorCoverage[]): ActorCoverage[] {
  const wanted = idOrName.trim().toLowerCase();
  const names = [
    ({ id }: ActorCoverage): boolean => id.toLowerCase() === wanted,
    ({ name }: ActorCoverage): boolean => name.toLowerCase() === wanted,
    ({ aliases }: ActorCoverage): boolean => aliases.some((alias) => alias.toLowerCase() === wanted),
  ];
  for (const isNamed of names) {
    const found = actors.find(isNamed);
    if (found) return actors.filter(({ id }) => id === found.id);
  }
  return [];
}

function inDomain(
  knowledge: KnowledgeBase,
  coverage: DomainCoverage,
  procedures: ActorProcedures,
  profileActors: readonly ProfileActor[],
): ActorCoverage[] {
  const weighted = new Map<string, ProfileActor>();
  for (const actor of profileActors) {
    const id = (actor.own ? undefined : knowledge.actor(actor.actor)?.id) ?? ownActorId(actor.actor);
    const known = weighted.get(id);
    if (!known || actor.weight > known.weight) weighted.set(id, actor);
  }
  const relations = relationsOf(knowledge.facts);
  const own = [...procedures.own].map(([id, name]): Who => ({ type: 'own', id, name, aliases: [] }));
  return [...actorsOf(knowledge.facts), ...own].map((actor) =>
    coverActor(actor, coverage, {
      uses: actor.type === 'own' ? [] : knowledge.techniquesUsedBy(actor.id),
      procedures: procedures.of(actor.id, knowledge),
      listed: weighted.get(actor.id),
      relations,
    }),
  );
}
