import type { Commit } from '../sources/ref.ts';
import type { Source } from '../sources/source.ts';
import { openTimeline, type NoTimeline, type Timeline } from '../sources/timeline.ts';

/** A source whose past can be told. */
export interface PastSource {
  source: Source;
  timeline: Timeline;
}

/** A date in the past and the states of the sources then. */
export interface PlannedPoint {
  date: string;
  states: { past: PastSource; commit: Commit }[];
}

/** Which states to look at, and what cannot be told: one sentence each. */
export interface Plan {
  sources: PastSource[];
  /** Oldest first. */
  points: PlannedPoint[];
  notes: string[];
}

const WHY: Record<NoTimeline, string> = {
  'not-in-git': 'is not kept in Git',
  shallow: 'is a shallow clone, which holds no earlier commits',
  partial: 'is a partial clone, which lacks earlier files',
};

/**
 * Finds the commit of each deployed source at each date. Library sources count at no time, so they have no part in it.
 *
 * @param dates Oldest first.
 */
export async function planPoints(sources: readonly Source[], dates: readonly string[]): Promise<Plan> {
  const deployed = sources.filter(({ spec }) => spec.role === 'deployed');
  const plan: Plan = { sources: [], points: [], notes: [] };
  for (const source of deployed) {
    const timeline = await openTimeline(source);
    if (typeof timeline !== 'string') plan.sources.push({ source, timeline });
    else
      plan.notes.push(
        `The source “${source.spec.name}” ${WHY[timeline]}: it is part of the present only, and left out of what changed.`,
      );
  }
  for (const date of dates) {
    const states = plan.sources.flatMap((past) => {
      const commit = past.timeline.commitAt(date);
      return commit ? [{ past, commit }] : [];
    });
    if (states.length > 0) plan.points.push({ date, states });
  }
  if (plan.sources.length > 0) plan.notes.push(...beginnings(plan, dates));
  return plan;
}

/** Says where the line begins later than was asked for. */
function beginnings({ sources, points }: Plan, dates: readonly string[]): string[] {
  const [oldest] = dates;
  if (oldest === undefined) return [];
  const notes = sources
    .filter(({ timeline }) => timeline.commitAt(oldest) === undefined)
    .map(
      ({ source, timeline }) =>
        `The history of the source “${source.spec.name}” begins on ${timeline.first.date.slice(0, 10)}; it has no part in earlier points.`,
    );
  const missing = dates.length - points.length;
  if (missing > 0) {
    notes.push(`${missing} of ${dates.length} earlier points are before any commit, and left out.`);
  }
  return notes;
}
