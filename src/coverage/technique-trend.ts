import type { Domain } from '../attack/domain.ts';
import type { Level } from './assessment.ts';
import type { History, TechniqueState } from './history.ts';

/** What a technique was at one point of the history. */
export interface TrendPoint {
  /** ISO date. */
  date: string;
  level: Level;
  score: number;
  /** Counting detections. */
  rules: number;
}

/** At each point, oldest first; never fewer than three. */
export interface TechniqueTrend {
  points: readonly [TrendPoint, ...TrendPoint[]];
  last: TrendPoint;
  /** How many points differ in level or score from the one before. */
  changes: number;
}

const NOTHING: TechniqueState = ['none', 0, 0];

/** Level and score of one technique over the history. Undefined for fewer than three points, or where nothing moved. */
export function techniqueTrend(
  history: Pick<History, 'points'>,
  domain: Domain,
  id: string,
): TechniqueTrend | undefined {
  const points = history.points.flatMap(({ date, domains }): TrendPoint[] => {
    const state = domains[domain];
    if (!state) return [];
    const [level, score, rules] = state.techniques[id] ?? NOTHING;
    return [{ date, level, score, rules }];
  });
  const [first, ...others] = points;
  const last = points.at(-1);
  if (points.length < 3 || !first || !last) return undefined;
  const changes = others.filter(({ level, score }, index) => {
    const before = points[index];
    return before?.level !== level || before.score !== score;
  }).length;
  return changes === 0 ? undefined : { points: [first, ...others], last, changes };
}
