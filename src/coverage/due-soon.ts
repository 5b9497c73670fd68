import type { Detection } from '../detections/detection.ts';
import { addDays } from '../documents/days.ts';
import type { Decision } from '../scope/decision.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Coverage } from './assessment.ts';
import type { BacklogItem } from './backlog-item.ts';
import { daysBetween } from './freshness.ts';
import { itemFreshness } from './item-freshness.ts';
import { PROVING } from './verdict.ts';

/** Days ahead in which something is said to be due: those of the hunt backlog. */
export const DUE_AHEAD = 30;

/** A technique whose newest proof leaves its window soon. */
export interface EndingProof {
  technique: string;
  /** ISO date: the last day it is proven. */
  ends: string;
  /** Days until then. */
  days: number;
}

/** What somebody has to look at now or within 30 days. */
export interface DueSoon {
  /** Playbooks by cadence: overdue first, then soonest. */
  hunts: Extract<BacklogItem, { kind: 'overdue' | 'due' | 'stale' }>[];
  /** Decisions on scope whose review is past or near, earliest first. */
  decisions: Decision[];
  /** Techniques proven by an exercise of their own, soonest first. */
  proofs: EndingProof[];
  /** Counting detections past their window, or without a date. */
  staleRules: Detection[];
}

export function dueSoon(
  { detections, decisions, now, config }: Workspace,
  coverage: Coverage,
  backlog: readonly BacklogItem[],
): DueSoon {
  const horizon = addDays(now, DUE_AHEAD);
  const byReview = (a: Decision, b: Decision): number => ((a.review ?? '') < (b.review ?? '') ? -1 : 1);
  return {
    hunts: backlog.flatMap((item) => (item.kind === 'overdue' || item.kind === 'due' ? [item] : [])),
    decisions: decisions.filter(({ review }) => review !== undefined && review <= horizon).sort(byReview),
    proofs: endingProofs(coverage, now, config.coverage.proofWindow),
    staleRules: detections.filter(
      (detection) => detection.counts && itemFreshness(detection, now, config.coverage).stale,
    ),
  };
}

function endingProofs({ domains }: Coverage, now: string, window: number): EndingProof[] {
  const proven = [...domains.values()]
    .flatMap(({ assessments }) => [...assessments.values()])
    .filter(({ own, scope }) => own.level === 'proven' && scope.state === 'in');
  return proven
    .flatMap(({ technique, results }): EndingProof[] => {
      const newest = results.find(({ result }) => PROVING.has(result.outcome));
      if (!newest) return [];
      const days = window - daysBetween(newest.result.date, now);
      return days <= DUE_AHEAD ? [{ technique, ends: addDays(newest.result.date, window), days }] : [];
    })
    .sort((a, b) => a.days - b.days || (a.technique < b.technique ? -1 : 1));
}
