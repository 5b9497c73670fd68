import type { Domain } from '../attack/domain.ts';
import type { Actor, Resolution } from '../attack/knowledge-base.ts';
import type { SourceRole } from '../sources/source.ts';

/** A detection, a playbook or an exercise that a change touches. */
export interface TouchedItem {
  kind: 'detection' | 'playbook' | 'exercise';
  key: string;
  title: string;
  source: string;
  role: SourceRole;
  /** Path inside the source. */
  path: string;
}

interface Touched {
  /** Each once, sorted by key; those of the team before those of libraries. */
  items: TouchedItem[];
}

export interface NamedTechnique {
  id: string;
  /** `Impair Defenses: Disable or Modify Tools` */
  name: string;
}

/** An id items write that is not active in the new version. */
export interface OutdatedId extends NamedTechnique, Touched {
  /** What it was in the old version. */
  before: Resolution['state'];
}

export interface RevokedId extends OutdatedId {
  by: NamedTechnique;
  /** Names of the tactics the id had in the old version and its successor has not, and the other way round. */
  lost: string[];
  gained: string[];
}

/** Techniques that left the same tactics for the same others. */
export interface TacticMove {
  /** Names of tactics, in matrix order. */
  lost: string[];
  gained: string[];
  /** Nothing but the names of the tactics changed. */
  isRename: boolean;
  techniques: (NamedTechnique & Touched)[];
}

export interface NewTechnique extends NamedTechnique, Touched {
  /** Names, in matrix order. */
  tactics: string[];
  /** Ids it was put in the place of. */
  replaces: string[];
  /** Groups, then campaigns, then software, each sorted by id. */
  users: (Pick<Actor, 'type' | 'id' | 'name'> & { inProfile: boolean })[];
}

/** What the step from one ATT&CK version to another does to what a workspace holds. Lists are sorted by id. */
export interface VersionImpact {
  schemaVersion: 1;
  domain: Domain;
  from: string;
  to: string;
  /** How many items declare techniques of the domain. */
  items: number;
  /** How many of them write an id that is not active in the new version, or whose technique changed tactic or name. */
  touched: number;
  revoked: RevokedId[];
  deprecated: OutdatedId[];
  unknown: OutdatedId[];
  /** Unknown before, and active now. */
  known: (NamedTechnique & Touched)[];
  /** Renames last. */
  tactics: TacticMove[];
  /** Names of tactics that items write and the new version has changed. */
  tacticNames: ({ id: string; from: string; to: string } & Touched)[];
  renamed: ({ id: string; from: string; to: string } & Touched)[];
  /** Those an actor of the threat profiles uses, and those in a tactic the team has counting detections for. */
  added: NewTechnique[];
}
