import * as Plot from '@observablehq/plot';
import type { Domain } from '../attack/domain.ts';
import { LEVELS, type Level } from '../coverage/assessment.ts';
import type { History, TechniqueState } from '../coverage/history.ts';
import { LEVEL_WORDS } from '../site/level-words.ts';
import { count } from '../site/wording.ts';
import type { Chart } from './chart.ts';
import { draw, NARROW } from './draw.ts';

interface Point {
  date: string;
  level: Level;
  score: number;
  rules: number;
}

const NOTHING: TechniqueState = ['none', 0, 0];

/** Level and score of one technique over the history: a column a point. Undefined for fewer than three, or where nothing moved. */
export function techniqueTrendChart(history: History, domain: Domain, id: string): Chart | undefined {
  const points = history.points.flatMap(({ date, domains }): Point[] => {
    const state = domains[domain];
    if (!state) return [];
    const [level, score, rules] = state.techniques[id] ?? NOTHING;
    return [{ date, level, score, rules }];
  });
  const [first] = points;
  const last = points.at(-1);
  if (points.length < 3 || !first || !last) return undefined;
  const changed = points.filter((point, index) => {
    const before = points[index - 1];
    return before && (before.level !== point.level || before.score !== point.score);
  });
  if (changed.length === 0) return undefined;
  const levels = LEVELS.filter((level) => points.some((point) => point.level === level));
  return {
    summary: `${said(last)} on ${last.date}; ${said(first)} on ${first.date}; ${count(changed.length, 'change')} between.`,
    svg: drawColumns(points, levels),
    key: levels.map((level) => ({ paint: `level-${level}`, label: LEVEL_WORDS[level].name })),
    table: {
      columns: [
        { label: 'State of' },
        { label: 'Level' },
        { label: 'Score', numeric: true },
        { label: 'Rules', numeric: true },
      ],
      rows: points.toReversed().map(({ date, level, score, rules }) => ({
        cells: [date, LEVEL_WORDS[level].name, String(score), String(rules)],
      })),
    },
  };
}

function said({ level, score }: Point): string {
  return `${LEVEL_WORDS[level].name}, score ${String(score)}`;
}

/** Columns on a scale of 0 to 100; what stands at 0 keeps a line, so that no point is missing. */
function drawColumns(points: readonly Point[], levels: readonly Level[]): string {
  const last = points.length - 1;
  const ends = [0, last].flatMap((index) => {
    const point = points[index];
    return point ? [{ index, ...point }] : [];
  });
  return draw({
    width: NARROW,
    height: 96,
    marginTop: 16,
    marginBottom: 20,
    x: { type: 'band', domain: points.map((_, index) => index), padding: 0.12, round: false },
    y: { domain: [0, 100] },
    marks: [
      ...levels.map((level) =>
        Plot.barY(
          points.flatMap((point, index) =>
            point.level === level ? [{ index, score: Math.max(3, point.score) }] : [],
          ),
          { x: 'index', y: 'score', className: `level-${level}` },
        ),
      ),
      Plot.text(ends, {
        x: 'index',
        y: ({ score }: Point) => Math.max(3, score),
        text: ({ score }: Point) => String(score),
        dy: -7,
        className: 'name',
      }),
      ...ends.map(({ index, date }) =>
        Plot.text([date], {
          frameAnchor: index === 0 ? 'bottom-left' : 'bottom-right',
          dy: 15,
          className: 'tick',
        }),
      ),
    ],
  });
}
