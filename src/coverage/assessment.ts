import type { Domain } from '../attack/domain.ts';
import type { Detection } from '../detections/detection.ts';
import type { AtomicTest } from '../exercises/atomic-test.ts';
import type { Exercise, ExerciseResult } from '../exercises/exercise.ts';
import type { Playbook } from '../playbooks/playbook.ts';

/** In rising order; `failed` stands apart and overrides. */
export const LEVELS = ['none', 'hunted', 'claimed', 'tested', 'proven', 'failed'] as const;
export type Level = (typeof LEVELS)[number];

/** One step of the score's arithmetic, in the order it is added up. */
export interface ScoreTerm {
  /** `detections`, `playbooks`, `tests`, `proof`, `failed`, `roll-up`. */
  term: string;
  /** What was counted: "3 counting detections". */
  because: string;
  points: number;
}

/** One executed result for a technique, with the exercise it belongs to. */
export interface ResultEvidence {
  exercise: Exercise;
  result: ExerciseResult;
  inWindow: boolean;
}

/** A test of the catalogue, and every result that names it. */
export interface AtomicRun {
  test: AtomicTest;
  /** Newest first; whatever their outcome. Empty for a test nobody ran here. */
  results: readonly ResultEvidence[];
}

/** What all evidence says of one technique. */
export interface Assessment {
  technique: string;
  domain: Domain;
  level: Level;
  /** Integer 0-100. */
  score: number;
  /** The level and score from evidence mapped to exactly this technique. */
  own: { level: Level; score: number };
  /** Why the level is what it is, one sentence each, strongest first. */
  reasons: string[];
  /** The score, term by term; the points add up to `score`. */
  terms: ScoreTerm[];
  /** Counting detections mapped to exactly this technique. */
  detections: Detection[];
  /** Counting detections mapped to it or to one of its sub-techniques, each once. */
  detectionsRolledUp: Detection[];
  /** Deployed ones that do not count (deprecated, disabled…) mapped to exactly this technique. */
  notCounting: Detection[];
  /** Rules of library sources mapped to exactly this technique. */
  library: Detection[];
  playbooks: Playbook[];
  /** Newest first; with those that were only executed, and those that are self-assessed. */
  results: ResultEvidence[];
  /** The catalogue's tests for exactly this technique. */
  atomics: readonly AtomicRun[];
  /** The result that decides its own level is a score somebody gave, not something that was watched. */
  selfAssessed?: true;
  /** For a parent: how many active sub-techniques stand on each level. */
  subtechniques?: Record<Level, number>;
  /** 0-100: how much the actors of the default threat profile use it (or, without one, all groups). */
  relevance: number;
  /** Actors of the profile that use it. */
  relevantTo: string[];
  /** How many actors make it relevant: of the profile or, without one, groups. */
  users: number;
}

export interface TacticCoverage {
  tactic: string;
  /** Active parent techniques of the tactic, in matrix order. */
  techniques: string[];
  /** Counts over techniques and sub-techniques of the tactic, each once. */
  levels: Record<Level, number>;
  total: number;
  /** On `claimed` or above; a failed one is not covered. */
  covered: number;
}

export interface DomainCoverage {
  domain: Domain;
  version: string;
  /** Every active technique and sub-technique by id, in id order. */
  assessments: ReadonlyMap<string, Assessment>;
  tactics: readonly TacticCoverage[];
  levels: Record<Level, number>;
  total: number;
  covered: number;
}

export interface Coverage {
  domains: ReadonlyMap<Domain, DomainCoverage>;
}
