import type { Actor } from '../attack/knowledge-base.ts';
import type { ThreatProfile } from '../threats/threat-profile.ts';
import { ownProcedure } from './actor-prose.ts';
import type { TechniqueEntry } from './lookups.ts';
import { siteModel } from './model.ts';
import type { TechniqueProse } from './technique-prose.ts';

/** Who uses a technique, and all that is known of how. */
export interface TechniqueUsers {
  /** The default profile. */
  profile?: ThreatProfile;
  /** Of the profile: ATT&CK ids, or names of its own actors; in order of weight. */
  relevant: readonly string[];
  /** Of ATT&CK, outside the profile. */
  others: readonly Actor[];
  /** Actor → why the profile names it. */
  reasons: ReadonlyMap<string, string | undefined>;
  /** Actor → what was seen by ourselves, then ATT&CK's words; HTML each. */
  procedures: ReadonlyMap<string, readonly string[]>;
}

export function techniqueUsers(
  { technique, knowledge, assessment }: TechniqueEntry,
  words: TechniqueProse | undefined,
): TechniqueUsers {
  const [profile] = siteModel().workspace.threats;
  const idOf = (actor: string): string => knowledge.actor(actor)?.id ?? actor;
  const relevant = assessment.relevantTo.map(idOf);
  const procedures = new Map<string, string[]>();
  const tell = (actor: string, told: readonly string[]): void => {
    if (told.length > 0) procedures.set(actor, [...(procedures.get(actor) ?? []), ...told]);
  };
  for (const procedure of profile?.procedures ?? []) {
    if (procedure.mapping.resolved !== technique.id || procedure.actor === undefined) continue;
    tell(idOf(procedure.actor), ownProcedure(procedure));
  }
  for (const [actor, html] of words?.procedures ?? []) tell(actor, [html]);
  return {
    ...(profile && { profile }),
    relevant,
    others: knowledge.usersOf(technique.id).filter(({ id }) => !relevant.includes(id)),
    reasons: new Map((profile?.actors ?? []).map(({ actor, reason }) => [idOf(actor), reason])),
    procedures,
  };
}
