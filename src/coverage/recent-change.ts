import type { Domain } from '../attack/domain.ts';

/**
 * What can happen, in the order in which one day is told: what matters most first. The first five are changes of
 * coverage between two points of the history; the others have the date their file or Git states.
 */
export const RECENT_KINDS = [
  'failed',
  'lost',
  'proven',
  'gained',
  'went-stale',
  'exercise',
  'playbook-run',
  'playbook-reviewed',
  'playbook-added',
  'rule-added',
  'rule-changed',
  'removed',
] as const;
export type RecentKind = (typeof RECENT_KINDS)[number];

/** One thing that happened. */
export interface RecentChange {
  /** The same in every build that knows of it, whatever else happens: the identity of an entry of a feed. */
  id: string;
  kind: RecentKind;
  /** ISO date; of a change between two points of the history, the later one. */
  date: string;
  /** The earlier of the two points. */
  since?: string;
  /** Of the rule, playbook, exercise or technique. */
  title: string;
  /** Key of the item. */
  item?: string;
  technique?: string;
  domain?: Domain;
  /** A clause that says more: `nothing found`, `3 results: 2 detected, 1 missed`, `none → claimed`. */
  detail?: string;
}
