import type { Domain } from '../attack/domain.ts';
import type { Finding } from '../findings/finding.ts';
import type { CoverageChange, CoverageNumbers } from './coverage-change.ts';
import type { Difference } from './difference.ts';
import type { ExerciseChange } from './exercise-change.ts';
import type { Place } from './item-ref.ts';
import type { PlaybookChange } from './playbook-change.ts';
import type { RuleChange } from './rule-change.ts';

/** One of the two states of the repository that holds the config. */
export interface ReviewSide {
  /** As it was asked for: `origin/main`. Absent for the working tree. */
  ref?: string;
  /** Full id of the commit that was read; for the working tree the one it stands on, absent before the first. */
  commit?: string;
  /** Day of that commit, ISO date. */
  date?: string;
  /** Path of its config from the root of the repository, forward slashes; absent where it was read with the head's. */
  config?: string;
}

export interface ReviewBase extends ReviewSide {
  ref: string;
  commit: string;
  /** Who named the ref: `--base`, or the variable of the CI it was taken from. */
  askedBy: string;
  /** What the ref itself stands for, where that is not the merge base that was read. Full commit id. */
  tip?: string;
}

/** A finding of the head that the base had not. */
export interface ReviewFinding extends Finding, Omit<Place, 'line'> {
  /** Of the item it is about: path of its page from the root of the site. */
  page?: string;
  /** The same for the same finding in every run, whatever line it moved to: 16 hexadecimal digits. */
  fingerprint: string;
}

/** How many there are of everything. */
export interface ReviewSummary {
  /** Of edits; what a new ATT&CK version does is counted in `byVersion` alone. */
  techniques: Record<CoverageChange['kind'], number>;
  byVersion: number;
  rules: Record<RuleChange['change'], number>;
  playbooks: Record<PlaybookChange['change'], number>;
  exercises: Record<ExerciseChange['change'], number>;
  /** New ones, broken mappings included; `resolved`: the base had them; `old`: both have, and none is listed. */
  findings: Record<Finding['severity'] | 'resolved' | 'old', number>;
}

/**
 * What changes between two states of a team's content: all that any renderer says. Plain data, the whole JSON report.
 * Every text may be quoted from content (titles, paths, messages): escape it. Lists come in the order they are told.
 */
export interface Review {
  schemaVersion: 1;
  tool: { name: 'coverbook'; version: string };
  /** Title of the head's config. */
  title: string;
  /** Address of the site's root, with a slash at the end, where the config names one; pages are relative to it. */
  site?: string;
  base: ReviewBase;
  head: ReviewSide;
  /** The day windows of both sides are counted back from: the head's. ISO date. */
  now: string;
  /** What both sides are held against, in MITRE's order: the head's; `before` where the base's config has another. */
  attack: { domain: Domain; version: string; before?: string }[];
  /** How a parent comes by its level, one sentence. */
  rollUp: string;
  /** What could not be compared, or was read in another way than asked for: one sentence each. */
  notes: string[];
  /** Everything in one line of plain text: `1 technique lost · 2 gained · 3 rules changed · 1 new error`. */
  verdict: string;
  summary: ReviewSummary;
  /** Of each domain. */
  numbers: CoverageNumbers[];
  /** Lost entirely, then proof that is lost, then down to one rule. */
  lost: CoverageChange[];
  /** Gained, then newly proven. */
  gained: CoverageChange[];
  /** Another level or score, and neither of the above; lowered ones first, the biggest step first. */
  changed: CoverageChange[];
  /** What the new ATT&CK version alone does to the base's content; empty when the version is the same. */
  byVersion: CoverageChange[];
  /** New findings of mappings: unknown, revoked, deprecated ids, wrong tactics, rules that map nothing. */
  brokenMappings: ReviewFinding[];
  /** Removed first, then added, then changed; those of metadata only last. */
  rules: RuleChange[];
  playbooks: PlaybookChange[];
  exercises: ExerciseChange[];
  /** What differs in the config. */
  config: Difference[];
  /** All other new findings, errors first. */
  findings: ReviewFinding[];
}
