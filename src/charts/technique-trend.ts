import * as Plot from '@observablehq/plot';
import type { Domain } from '../attack/domain.ts';
import { LEVELS, type Level } from '../coverage/assessment.ts';
import type { History } from '../coverage/history.ts';
import { techniqueTrend, type TrendPoint } from '../coverage/technique-trend.ts';
import { LEVEL_WORDS } from '../site/level-words.ts';
import { count } from '../site/wording.ts';
import type { Chart } from './chart.ts';
import { draw, NARROW } from './draw.ts';

/** Level and score of one technique over the history: a column a point. Undefined where there is no trend to see. */
export function techniqueTrendChart(history: History, domain: Domain, id: string): Chart | undefined {
  const trend = techniqueTrend(history, domain, id);
  if (!trend) return undefined;
  const { points, last, changes } = trend;
  const [first] = points;
  const levels = LEVELS.filter((level) => points.some((point) => point.level === level));
  return {
    summary: `${said(last)} on ${last.date}; ${said(first)} on ${first.date}; ${count(changes, 'change')} between.`,
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

function said({ level, score }: TrendPoint): string {
  return `${LEVEL_WORDS[level].name}, score ${String(score)}`;
}

/** Columns on a scale of 0 to 100; what stands at 0 keeps a line, so that no point is missing. */
function drawColumns(points: readonly TrendPoint[], levels: readonly Level[]): string {
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
        y: ({ score }: TrendPoint) => Math.max(3, score),
        text: ({ score }: TrendPoint) => String(score),
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
