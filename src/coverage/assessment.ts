import type { Domain } from '../attack/domain.ts';
import type { Rung } from '../robustness/judgement.ts';
import type { Decision, DecisionState } from '../scope/decision.ts';
import type { Relevance } from '../threats/relevance.ts';
import type { ThreatProfile } from '../threats/threat-profile.ts';
import type { CollectedLog } from '../visibility/collected-log.ts';
import type { MissingKind } from './gap.ts';
import type { Detection } from '../detections/detection.ts';
import type { AtomicTest } from '../exercises/atomic-test.ts';
import type { Exercise, ExerciseResult } from '../exercises/exercise.ts';
import type { Playbook } from '../playbooks/playbook.ts';

/** Whether a technique is in the denominator, and when not, who says so and why. */
export type ScopeVerdict =
  | { state: 'in' }
  | {
      /** `platform`: none of its platforms is ours. */
      state: 'platform' | DecisionState;
      /** One sentence. */
      reason: string;
      decision?: Decision;
      /** The review date of the decision has passed. */
      reviewDue?: true;
    };

/** When somebody last touched what speaks for a technique. ISO dates. */
export interface Freshness {
  /** Newest change of a counting detection. */
  changed?: string;
  /** Newest review or run of a current playbook. */
  reviewed?: string;
  /** Newest result that proves it. */
  proven?: string;
  /** The newest of the three. */
  newest?: { what: 'changed' | 'reviewed' | 'proven'; date: string; days: number };
  /** Nothing that speaks for it was touched within its window, though something speaks for it. */
  stale: boolean;
  /** Items past their own window, of how many. */
  staleItems: number;
  items: number;
}

/** How hard the counting detections of exactly this technique are to evade. */
export interface TechniqueRobustness {
  /** Of the most robust one; absent when none was judged. */
  best?: Rung;
  /** How many stand on each rung. */
  spread: Record<Rung | 'not-judged', number>;
}

/** Whether the logs we collect could show a technique, by ATT&CK's analytics for it. */
export interface TechniqueVisibility {
  /** `visible`: all a single analytic reads is collected; `partial`: some; `blind`: nothing; `unknown`: ATT&CK names no data. */
  state: 'visible' | 'partial' | 'blind' | 'unknown';
  /** Share of the data components its analytics (for platforms of ours) read that is collected, 0-100. */
  share: number;
  /** In order of how many of its analytics read them, most first. */
  components: {
    id: string;
    name: string;
    /** Logs ATT&CK names for it here: `WinEventLog:Sysmon`. */
    logSources: string[];
    /** What we collect of it; empty for nothing. */
    collected: CollectedLog[];
  }[];
}

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
  /** Counting detections mapped to it or to one of its sub-techniques in scope, each once. */
  detectionsRolledUp: Detection[];
  /** Deployed ones that do not count (deprecated, disabled…) mapped to exactly this technique. */
  notCounting: Detection[];
  /** Rules of library sources mapped to exactly this technique. */
  library: Detection[];
  playbooks: Playbook[];
  /** Hunts of library sources mapped to exactly this technique: offered, never counted. */
  libraryPlaybooks: Playbook[];
  /** Newest first; with those that were only executed, and those that are self-assessed. */
  results: ResultEvidence[];
  /** The catalogue's tests for exactly this technique. */
  atomics: readonly AtomicRun[];
  /** The result that decides its own level is a score somebody gave, not something that was watched. */
  selfAssessed?: true;
  /** For a parent: how many active sub-techniques in scope stand on each level. */
  subtechniques?: Record<Level, number>;
  /** 0-100: how much the actors of the default threat profile use it (or, without one, all groups). */
  relevance: number;
  /** Integer 0-100: relevance × what the score lacks. 0 out of scope. */
  priority: number;
  /** What it lacks; empty out of scope. */
  missing: MissingKind[];
  scope: ScopeVerdict;
  freshness: Freshness;
  robustness: TechniqueRobustness;
  /** Undefined when nobody says what is collected. */
  visibility?: TechniqueVisibility;
  /** Actors of the profile that use it. */
  relevantTo: string[];
  /** How many actors make it relevant: of the profile or, without one, groups. */
  users: number;
}

export interface TacticCoverage {
  tactic: string;
  /** Active parent techniques of the tactic, in matrix order. */
  techniques: string[];
  /** Counts over techniques and sub-techniques of the tactic that are in scope, each once. */
  levels: Record<Level, number>;
  total: number;
  outOfScope: number;
  /** On `claimed` or above; a failed one is not covered. */
  covered: number;
}

export interface DomainCoverage {
  domain: Domain;
  version: string;
  /** Every active technique and sub-technique by id, in id order. */
  assessments: ReadonlyMap<string, Assessment>;
  tactics: readonly TacticCoverage[];
  /** Of those in scope. */
  levels: Record<Level, number>;
  /** Techniques and sub-techniques in scope. */
  total: number;
  covered: number;
  /** Active techniques that are not in the denominator. */
  outOfScope: number;
}

/** What one threat profile makes relevant: technique id → how much. */
export interface ProfileRelevance {
  /** Absent for what stands in for a profile where there is none: all groups of ATT&CK. */
  profile?: ThreatProfile;
  domains: ReadonlyMap<Domain, ReadonlyMap<string, Relevance>>;
}

export interface Coverage {
  domains: ReadonlyMap<Domain, DomainCoverage>;
  /** The default first: assessments go by it. Never empty. */
  profiles: readonly ProfileRelevance[];
}
