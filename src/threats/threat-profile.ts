import type { Mapping } from '../mapping/mapping.ts';

export type ThreatFormatId = 'coverbook' | 'stix' | 'navigator' | 'dettect-groups';

/** An actor a team cares about. */
export interface ProfileActor {
  /** As written: an ATT&CK id, name or alias; for one of the profile's own, its name. */
  actor: string;
  /** How much it matters, 1 to 10. */
  weight: number;
  reason?: string;
  /** ATT&CK does not know it; the profile's own procedures say what it does. */
  own?: true;
}

/** A technique the profile itself says somebody uses: an incident, a report. */
export interface ProfileProcedure {
  mapping: Mapping;
  /** `actor` of a {@link ProfileActor}; absent for what the team knows without a name for who did it. */
  actor?: string;
  /** What was done, plain text. */
  text?: string;
  /** Where it was reported: a title or an address. */
  reference?: string;
  /** ISO date. */
  date?: string;
  /** What stands here for the actor's weight, or for the 1 of an observation without an actor. */
  weight?: number;
}

/** A technique's weight as a layer or the profile states it, whoever uses it. */
export interface ProfileTechnique {
  mapping: Mapping;
  /** Above 0, on the profile's own scale. */
  weight: number;
}

/** The actors a team cares about. */
export interface ThreatProfile {
  format: ThreatFormatId;
  /** Unique in the workspace, URL-safe. */
  id: string;
  title: string;
  description?: string;
  /** It says itself that it is the one levels, gaps and layers go by. */
  default?: true;
  actors: ProfileActor[];
  procedures: ProfileProcedure[];
  techniques: ProfileTechnique[];
  source: string;
  path: string;
  permalink?: string;
}
