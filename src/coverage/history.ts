import type { Domain } from '../attack/domain.ts';
import type { Level } from './assessment.ts';

/** What one technique was at a point: its level, its score, and its counting detections. */
export type TechniqueState = readonly [level: Level, score: number, rules: number];

/** The assessment of one domain at one point, under today's ATT&CK version. Plain data: it is cached as JSON. */
export interface DomainState {
  levels: Record<Level, number>;
  /** In scope. */
  total: number;
  covered: number;
  /** By tactic shortname, techniques and sub-techniques in scope. */
  tactics: Record<string, { total: number; covered: number }>;
  /** Every active technique on a level above `none`, by id. */
  techniques: Record<string, TechniqueState>;
}

/** One item that spoke for techniques at a point. */
export interface ItemState {
  kind: 'detection' | 'playbook' | 'exercise';
  title: string;
  /** Active technique ids it speaks for, sorted. */
  techniques: string[];
  /** Whether it counts: counting detection, current playbook; true for exercises. */
  counts: boolean;
}

export interface HistoryPoint {
  /** ISO date the point stands for: windows are counted back from it. */
  date: string;
  /** Deployed sources as they were: the newest commit not after the date. Sources without one are left out. */
  commits: { source: string; commit: string }[];
  domains: Partial<Record<Domain, DomainState>>;
}

/**
 * `added`, `removed`: an item came into force or went out of it; a rule that is deprecated or disabled goes, one that is
 * renamed or moved does not. `gained`, `lost`: a technique became or ceased to be covered. `proven`, `failed`: what an
 * exercise made of it. `went-stale`: what spoke for it passed its window. Techniques out of scope have no changes.
 */
export const CHANGE_KINDS = ['added', 'removed', 'gained', 'lost', 'proven', 'failed', 'went-stale'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One difference between two points that follow each other. */
export interface Change {
  kind: ChangeKind;
  /** ISO dates of the two points. */
  from: string;
  to: string;
  domain?: Domain;
  technique?: string;
  /** Levels before and after. */
  levels?: [Level, Level];
  /** The item that came or went. */
  item?: { key: string; kind: ItemState['kind']; title: string; techniques: string[] };
}

export interface History {
  /** Oldest first; the last is the present. Never empty. */
  points: HistoryPoint[];
  /** Newest first. */
  changes: Change[];
  /** What could not be told: sources outside Git, shallow clones. One sentence each. */
  notes: string[];
}
