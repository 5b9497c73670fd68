import type { Domain } from '../attack/domain.ts';
import type { Level } from './assessment.ts';
import type { History } from './history.ts';

/** What a technique was before: the first point of the history, and since when it stands where it stands. */
export interface TechniquePast {
  /** ISO date of the oldest point. */
  from: string;
  before: { level: Level; score: number };
  now: { level: Level; score: number };
  /** Date of the first point of the unbroken run on its level now; absent when it always stood there. */
  since?: string;
}

export function techniquePast(
  { points }: History,
  domain: Domain,
  technique: string,
): TechniquePast | undefined {
  const states = points.flatMap(({ date, domains }) => {
    const state = domains[domain];
    if (!state) return [];
    const [level, score] = state.techniques[technique] ?? (['none', 0] as const);
    return [{ date, level, score }];
  });
  const first = states[0];
  const last = states.at(-1);
  if (!first || !last || states.length < 2) return undefined;
  const broken = states.findLastIndex(({ level }) => level !== last.level);
  const since = states[broken + 1]?.date;
  return {
    from: first.date,
    before: { level: first.level, score: first.score },
    now: { level: last.level, score: last.score },
    ...(broken >= 0 && since !== undefined && { since }),
  };
}
