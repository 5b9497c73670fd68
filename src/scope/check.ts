import type { Finding } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';
import type { Decision } from './decision.ts';

/** A decision with where it stands. */
export interface PlacedDecision {
  decision: Decision;
  /** Name of the source, or what stands for the config. */
  source: string;
  ordinal: number;
  pointer: Pointer;
}

/** A finding on a decision, before anyone looks up which line its pointer leads to. */
export interface DecisionFinding {
  finding: Finding;
  at: { ordinal: number; pointer: Pointer };
}

/**
 * What is wrong with decisions as such, in their order: a review date that has passed, and a second decision on
 * exactly the technique of an earlier one, which is the one that stands.
 *
 * @param now ISO date.
 */
export function checkDecisions(placed: readonly PlacedDecision[], now: string): DecisionFinding[] {
  const first = new Map<string, PlacedDecision>();
  return placed.flatMap((entry) => [...checkReview(entry, now), ...checkRepeated(entry, first)]);
}

function checkReview(entry: PlacedDecision, now: string): DecisionFinding[] {
  const { review, owner } = entry.decision;
  if (review === undefined || review >= now) return [];
  return [
    at(entry, [...entry.pointer, 'review'], {
      rule: 'scope/review-overdue',
      severity: 'warning',
      message: `Unexpected review date \`${review}\` in the past, expected ${now} or later`,
      hint: `Decide again${owner === undefined ? '' : ` with ${owner}`}: set a new date, or take the decision out.`,
    }),
  ];
}

/** @param first Technique id → the decision that stands; added to. */
function checkRepeated(entry: PlacedDecision, first: Map<string, PlacedDecision>): DecisionFinding[] {
  return entry.decision.mappings.flatMap(({ resolved, id, pointer }): DecisionFinding | never[] => {
    if (resolved === undefined) return [];
    const earlier = first.get(resolved);
    if (!earlier) first.set(resolved, entry);
    if (!earlier || earlier === entry) return [];
    const { state, path } = earlier.decision;
    if (state === entry.decision.state) {
      return at(entry, pointer, {
        rule: 'scope/repeated',
        severity: 'note',
        message: `Unexpected second decision on \`${id}\`, expected one; that of ${path} stands`,
        hint: 'Keep one of the two: reason, owner and review date of this one are not used.',
      });
    }
    return at(entry, pointer, {
      rule: 'scope/contradicts',
      severity: 'warning',
      message: `Unexpected second decision \`${entry.decision.state}\` on \`${id}\`, expected \`${state}\` as in ${path}`,
      hint: 'Keep one of the two: until then the first stands.',
    });
  });
}

function at(
  { source, decision, ordinal }: PlacedDecision,
  pointer: Pointer,
  finding: Omit<Finding, 'source' | 'path'>,
): DecisionFinding {
  return { finding: { ...finding, source, path: decision.path }, at: { ordinal, pointer } };
}
