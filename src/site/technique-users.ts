import type { Actor } from '../attack/knowledge-base.ts';
import type { ThreatProfile } from '../threats/threat-profile.ts';
import { ownProcedure } from './actor-prose.ts';
import type { TechniqueEntry } from './lookups.ts';
import { siteModel } from './model.ts';

/** Who uses a technique. */
export interface TechniqueUsers {
  /** The default profile. */
  profile?: ThreatProfile;
  /** Of the profile: ATT&CK ids, or names of its own actors; in order of weight. */
  relevant: readonly string[];
  /** Of ATT&CK, outside the profile. */
  others: readonly Actor[];
  /** Actor → why the profile names it. */
  reasons: ReadonlyMap<string, string | undefined>;
  /** Actor → what was seen by ourselves, HTML each. */
  observed: ReadonlyMap<string, readonly string[]>;
}

export function techniqueUsers({ technique, knowledge, assessment }: TechniqueEntry): TechniqueUsers {
  const [profile] = siteModel().workspace.threats;
  const idOf = (actor: string): string => knowledge.actor(actor)?.id ?? actor;
  const relevant = assessment.relevantTo.map(idOf);
  const observed = new Map<string, string[]>();
  for (const procedure of profile?.procedures ?? []) {
    if (procedure.mapping.resolved !== technique.id || procedure.actor === undefined) continue;
    const actor = idOf(procedure.actor);
    observed.set(actor, [...(observed.get(actor) ?? []), ...ownProcedure(procedure)]);
  }
  return {
    ...(profile && { profile }),
    relevant,
    others: knowledge.usersOf(technique.id).filter(({ id }) => !relevant.includes(id)),
    reasons: new Map((profile?.actors ?? []).map(({ actor, reason }) => [idOf(actor), reason])),
    observed,
  };
}

/** What is told of each actor: what was seen by ourselves, then ATT&CK's words; HTML each. */
export function proceduresOf(
  { observed }: TechniqueUsers,
  attack: ReadonlyMap<string, string> = new Map<string, string>(),
): ReadonlyMap<string, readonly string[]> {
  const told = new Map(observed);
  for (const [actor, html] of attack) told.set(actor, [...(told.get(actor) ?? []), html]);
  return told;
}
