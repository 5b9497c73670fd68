import type { Domain } from '../attack/domain.ts';
import type { Actor } from '../attack/knowledge-base.ts';
import type { ProfileProcedure } from '../threats/threat-profile.ts';
import type { Assessment, Level } from './assessment.ts';

/** One technique an actor uses, and where we stand on it. */
export interface ActorTechnique {
  assessment: Assessment;
  /** What a profile of ours says of it, newest first. ATT&CK's own text is prose: `knowledge.prose`. */
  procedures: ProfileProcedure[];
}

/** An actor of ATT&CK (in one domain) or of a profile, and how much of what it does we cover. */
export interface ActorCoverage {
  /** ATT&CK id, or a slug of the name of a profile's own actor. */
  id: string;
  name: string;
  aliases: string[];
  type: Actor['type'] | 'own';
  domain: Domain;
  /** Weight and reason in the default profile. */
  weight?: number;
  reason?: string;
  /** Sorted by technique id; out of scope ones included. */
  techniques: ActorTechnique[];
  /** The next four: over those in scope. */
  total: number;
  levels: Record<Level, number>;
  /** On `claimed` or above. */
  covered: number;
  /** Of the covered, those tested or proven. */
  withProof: number;
  /** Groups and campaigns: software it uses. Software: who uses it. Campaigns: groups it is attributed to. ATT&CK ids. */
  related: { software: string[]; usedBy: string[]; attributedTo: string[]; campaigns: string[] };
}
