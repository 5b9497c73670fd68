import * as Plot from '@observablehq/plot';
import type { Domain } from '../attack/domain.ts';
import type { Level } from '../coverage/assessment.ts';
import type { DomainState, History } from '../coverage/history.ts';
import { LEVEL_WORDS } from '../site/level-words.ts';
import { figure, percent } from '../site/wording.ts';
import type { Chart } from './chart.ts';
import { spread, timeOf } from './day-ticks.ts';
import { draw, NARROW, WIDE } from './draw.ts';

interface Point {
  date: string;
  time: number;
  state: DomainState;
}

/** What is covered, from the axis up: the best proof stands firmest. */
const STACKED = ['proven', 'tested', 'claimed'] as const satisfies readonly Level[];
const SAID = ['hunted', 'failed'] as const satisfies readonly Level[];

/** Covered techniques over the points of the history, by proof. Undefined where there is one point only: that is no trend. */
export function trendChart(history: History, domain: Domain): Chart | undefined {
  const points = history.points.flatMap(({ date, domains }): Point[] => {
    const state = domains[domain];
    return state ? [{ date, time: timeOf(date), state }] : [];
  });
  const [first] = points;
  const last = points.at(-1);
  if (points.length < 2 || !first || !last) return undefined;
  const newestFirst = points.toReversed();
  return {
    summary: `${figure(last.state.covered)} of ${figure(last.state.total)} techniques covered on ${last.date} (${share(last)}), ${figure(last.state.levels.proven)} of them proven; ${figure(first.state.covered)} on ${first.date} (${share(first)}), ${figure(first.state.levels.proven)} proven.`,
    svg: drawTrend(points, 'wide'),
    narrow: drawTrend(points, 'narrow'),
    table: {
      columns: [
        { label: 'State of' },
        { label: 'Covered', numeric: true },
        ...[...STACKED, ...SAID].map((level) => ({ label: LEVEL_WORDS[level].name, numeric: true })),
        { label: 'In scope', numeric: true },
      ],
      rows: newestFirst.map(({ date, state }) => ({
        cells: [
          date,
          figure(state.covered),
          ...[...STACKED, ...SAID].map((level) => figure(state.levels[level])),
          figure(state.total),
        ],
      })),
    },
  };
}

function share({ state }: Point): string {
  return `${String(percent(state.covered, state.total))} %`;
}

function drawTrend(points: readonly Point[], size: 'wide' | 'narrow'): string {
  const isWide = size === 'wide';
  const frame = { width: isWide ? WIDE : NARROW, height: isWide ? 260 : 210 };
  const margin = { marginLeft: isWide ? 36 : 32, marginRight: 92, marginTop: 10, marginBottom: 24 };
  const most = Math.max(1, ...points.map(({ state }) => state.covered));
  const unit = most / (frame.height - margin.marginTop - margin.marginBottom);
  const bands = STACKED.map((level, index) => ({
    level,
    below: (point: Point): number => sumOf(point, STACKED.slice(0, index)),
    above: (point: Point): number => sumOf(point, STACKED.slice(0, index + 1)),
  })).filter(({ level }) => points.some(({ state }) => state.levels[level] > 0));
  const dates = spread(points, isWide ? 5 : 2);
  const ends = points.slice(-1).flatMap((point) =>
    bands
      .filter(({ level }) => point.state.levels[level] > 0)
      .map(({ level, below, above }) => ({
        at: (below(point) + above(point)) / 2,
        text: `${LEVEL_WORDS[level].name} ${figure(point.state.levels[level])}`,
      })),
  );
  return draw(
    {
      ...frame,
      ...margin,
      x: { type: 'utc' },
      y: { domain: [0, most] },
      marks: [
        ...ticksOf(most).flatMap((tick) => [
          Plot.ruleY([tick], { className: 'grid' }),
          Plot.text([figure(tick)], {
            y: tick,
            frameAnchor: 'left',
            textAnchor: 'end',
            dx: -8,
            className: 'tick',
          }),
        ]),
        ...bands.map(({ level, below, above }) =>
          Plot.areaY(points, { x: 'time', y1: below, y2: above, className: `level-${level}` }),
        ),
        Plot.lineY(points, { x: 'time', y: ({ state }: Point) => state.covered, className: 'line' }),
        Plot.dot(points, { x: 'time', y: ({ state }: Point) => state.covered, r: 2, className: 'point' }),
        Plot.text(apart(ends, 15 * unit), {
          y: 'at',
          text: 'text',
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 10,
          className: 'name',
        }),
        ...dates.map(({ time, date }, index) =>
          Plot.text([date], {
            x: time,
            frameAnchor: 'bottom',
            lineAnchor: 'top',
            textAnchor: index === 0 ? 'start' : index === dates.length - 1 ? 'end' : 'middle',
            dy: 8,
            className: 'tick',
          }),
        ),
      ],
    },
    size,
  );
}

function sumOf({ state }: Point, levels: readonly Level[]): number {
  return levels.reduce((sum, level) => sum + state.levels[level], 0);
}

/** Round numbers up the axis: 0 and up to three more. */
function ticksOf(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const step =
    [0.2, 0.5, 1, 2, 5].map((part) => part * power).find((each) => most / each < 4 && each >= 1) ?? 1;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

/** Labels from the axis up, each at least so far above the one before. */
function apart<Label extends { at: number }>(labels: readonly Label[], gap: number): Label[] {
  let before = -Infinity;
  return labels.map((label) => {
    before = Math.max(label.at, before + gap);
    return { ...label, at: before };
  });
}
