import * as Plot from '@observablehq/plot';
import type { RuleAge, RuleAges } from '../coverage/rule-ages.ts';
import { count, figure } from '../site/wording.ts';
import type { Chart } from './chart.ts';
import { timeOf } from './day-ticks.ts';
import { draw, NARROW, WIDE } from './draw.ts';

/** Counting rules by the quarter of their last change, and where their window ends. Undefined where none has a date. */
export function ruleAgesChart(
  { quarters, undated }: RuleAges,
  now: string,
  window: number,
): Chart | undefined {
  const fresh = quarters.reduce((sum, quarter) => sum + quarter.fresh, 0);
  const stale = quarters.reduce((sum, quarter) => sum + quarter.stale, 0);
  if (fresh + stale === 0) return undefined;
  const said = undated > 0 ? `, ${figure(undated)} without a date` : '';
  return {
    summary: `${count(fresh, 'counting rule')} changed within ${count(window, 'day')} of ${now}, ${figure(stale)} not${said}.`,
    svg: drawAges(quarters, now, window, 'wide'),
    narrow: drawAges(quarters, now, window, 'narrow'),
    key: [
      { paint: 'state-fresh', label: 'In the window' },
      ...(stale > 0 ? [{ paint: 'state-stale', label: 'Past it' } as const] : []),
    ],
    table: {
      columns: [
        { label: 'Last changed in' },
        { label: 'In the window', numeric: true },
        { label: 'Past it', numeric: true },
      ],
      rows: quarters
        .filter((quarter) => quarter.fresh + quarter.stale > 0)
        .toReversed()
        .map((quarter) => ({ cells: [nameOf(quarter), figure(quarter.fresh), figure(quarter.stale)] })),
    },
  };
}

/** `2026-04-01` → `2026 Q2` */
function nameOf({ from }: RuleAge): string {
  return `${from.slice(0, 4)} Q${String((Number(from.slice(5, 7)) + 2) / 3)}`;
}

function drawAges(
  quarters: readonly RuleAge[],
  now: string,
  window: number,
  size: 'wide' | 'narrow',
): string {
  const width = size === 'wide' ? WIDE : NARROW;
  const columns = quarters.map((quarter, index) => ({
    ...quarter,
    start: timeOf(quarter.from),
    end: timeOf(quarters[index + 1]?.from ?? '') || timeOf(quarter.from) + 91 * DAY,
    both: quarter.fresh + quarter.stale,
  }));
  const first = columns[0]?.start ?? 0;
  const last = columns.at(-1)?.end ?? 0;
  const room = width / columns.length;
  const edge = timeOf(now) - window * DAY;
  const years = columns.filter(({ from }) => from.slice(5) === '01-01');
  const every = Math.ceil(years.length / (width / 44));
  const isLeft = (edge - first) / (last - first) < 0.5;
  return draw(
    {
      width,
      height: 190,
      marginTop: 34,
      marginBottom: 22,
      x: { type: 'utc', domain: [first, last] },
      y: { domain: [0, Math.max(...columns.map(({ both }) => both))] },
      marks: [
        Plot.rectY(columns, { x1: 'start', x2: 'end', y: 'stale', insetRight: 1, className: 'state-stale' }),
        Plot.rectY(columns, {
          x1: 'start',
          x2: 'end',
          y1: 'stale',
          y2: 'both',
          insetRight: 1,
          className: 'state-fresh',
        }),
        Plot.text(
          columns.filter(({ both }) => both > 0 && room >= String(both).length * 7),
          {
            x: ({ start, end }: { start: number; end: number }) => (start + end) / 2,
            y: 'both',
            text: ({ both }: { both: number }) => String(both),
            dy: -7,
            className: 'end',
          },
        ),
        Plot.ruleY([0], { className: 'axis' }),
        ...(edge > first
          ? [
              Plot.ruleX([edge], { insetTop: -20, className: 'window' }),
              Plot.text([`window of ${count(window, 'day')}`], {
                x: edge,
                frameAnchor: 'top',
                dy: -27,
                dx: isLeft ? 5 : -5,
                textAnchor: isLeft ? 'start' : 'end',
                className: 'name',
              }),
            ]
          : []),
        Plot.text(
          years.filter((_, index) => index % every === 0),
          {
            x: 'start',
            text: ({ from }: RuleAge) => from.slice(0, 4),
            frameAnchor: 'bottom',
            lineAnchor: 'top',
            textAnchor: 'start',
            dy: 6,
            className: 'tick',
          },
        ),
      ],
    },
    size,
  );
}

const DAY = 86_400_000;
