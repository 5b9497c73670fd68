import type { Domain } from '../attack/domain.ts';
import type { Level } from '../coverage/assessment.ts';

/**
 * `lost`: was covered and is not, which a miss in an exercise is as well. `proof-lost`: still covered, not proven any more. `reduced`: one
 * counting rule is left of several, all of its own. `gained`: is covered and was not. `proven`: was covered, and is proven now.
 * `lowered`, `raised`: another level or score.
 */
export const COVERAGE_CHANGE_KINDS = [
  'lost',
  'proof-lost',
  'reduced',
  'gained',
  'proven',
  'lowered',
  'raised',
] as const;
export type CoverageChangeKind = (typeof COVERAGE_CHANGE_KINDS)[number];

/** What a technique is on one side. */
export interface Standing {
  level: Level;
  /** Integer 0-100. */
  score: number;
  /** Counting rules of it and of its sub-techniques in scope, each once. */
  rules: number;
  inScope: boolean;
}

/** Why a technique is another. */
export interface Cause {
  /** `id` of the changed rule, playbook or exercise; absent for the config, the scope or ATT&CK itself. */
  change?: string;
  /** A clause: `removed “Kerberoasting”`, `“Kerberoasting” is deprecated`, `“Hunt” is mapped to T1558.003 no more`. */
  text: string;
}

/** A technique that is another at the head than at the base. */
export interface CoverageChange {
  kind: CoverageChangeKind;
  domain: Domain;
  technique: string;
  /** With its parent's: `Command and Scripting Interpreter: PowerShell`. */
  name: string;
  /** Names, in matrix order. */
  tactics: string[];
  /** Path of its page from the root of the site; absent where the head's ATT&CK version has it no more. */
  page?: string;
  before: Standing;
  after: Standing;
  /** Of a sub-technique: what is left above it. */
  parent?: { technique: string; name: string; level: Level; covered: boolean };
  /** Strongest first; own items before those of sub-techniques. Never empty. */
  causes: Cause[];
}

/** How much of a domain is covered, in scope. */
export interface CoverageNumbers {
  domain: Domain;
  before: { covered: number; total: number };
  after: { covered: number; total: number };
}
