import * as Plot from '@observablehq/plot';
import type { PlaybookSpan } from '../coverage/playbook-spans.ts';
import { playbookPath } from '../output/paths.ts';
import { count, figure } from '../site/wording.ts';
import type { Chart, Paint } from './chart.ts';
import { timeOf } from './day-ticks.ts';
import { draw, NARROW, WIDE } from './draw.ts';

const MOST = 24;
const TWO_YEARS = 730 * 86_400_000;

/** When each playbook was last looked at and when it is due again, the most urgent first. Undefined where there is none. */
export function playbookSpansChart(spans: readonly PlaybookSpan[], now: string): Chart | undefined {
  const [first] = spans;
  if (!first) return undefined;
  const overdue = spans.filter((span) => span.overdue > 0).length;
  const shown = spans.slice(0, MOST);
  const rest = spans.length > MOST ? ` The first ${String(MOST)} are drawn.` : '';
  return {
    summary: `${figure(overdue)} of ${count(spans.length, 'active playbook')} overdue on ${now}; ${first.playbook.title} is ${overdue > 0 ? 'longest overdue' : 'due first'}, ${first.until}.${rest}`,
    svg: drawSpans(shown, now, 'wide'),
    narrow: drawSpans(shown, now, 'narrow'),
    key: [
      { paint: 'state-fresh', label: 'From the last look to the day it is due' },
      ...(overdue > 0 ? [{ paint: 'level-failed', label: 'Overdue' } as const] : []),
    ],
    table: {
      columns: [
        { label: 'Playbook' },
        { label: 'Last reviewed or run' },
        { label: 'Due' },
        { label: 'Days overdue', numeric: true },
      ],
      rows: spans.map((span) => ({
        cells: [span.playbook.title, span.from, span.until, figure(span.overdue)],
        path: playbookPath(span.playbook),
      })),
    },
  };
}

interface Bar {
  row: number;
  paint: Paint;
  from: number;
  to: number;
}

function drawSpans(spans: readonly PlaybookSpan[], now: string, size: 'wide' | 'narrow'): string {
  const isWide = size === 'wide';
  const row = isWide ? 26 : 42;
  const top = isWide ? 8 : row - 14;
  const left = isWide ? 264 : 0;
  const right = isWide ? 112 : 0;
  const today = timeOf(now);
  const start = Math.max(today - TWO_YEARS, Math.min(...spans.map(({ from }) => timeOf(from))));
  const bars = spans.flatMap(({ from, until, overdue }, index): Bar[] => [
    {
      row: index,
      paint: 'state-fresh',
      from: Math.max(start, timeOf(from)),
      to: Math.max(start, timeOf(until)),
    },
    ...(overdue > 0
      ? [{ row: index, paint: 'level-failed' as const, from: Math.max(start, timeOf(until)), to: today }]
      : []),
  ]);
  const names = spans.map(({ playbook, until, overdue }, index) => ({
    row: index,
    label: playbook.title,
    end: overdue > 0 ? `${count(overdue, 'day')} over` : until,
  }));
  const line = isWide ? 0 : top / 2 - row / 2 + 2;
  return draw(
    {
      width: isWide ? WIDE : NARROW,
      height: spans.length * row + 24,
      marginLeft: left,
      marginRight: right,
      marginTop: 24,
      x: { type: 'utc', domain: [start, Math.max(today, ...spans.map(({ until }) => timeOf(until)))] },
      y: { type: 'band', domain: spans.map((_, index) => index), padding: 0, round: false },
      marks: [
        ...(['state-fresh', 'level-failed'] as const).map((paint) =>
          Plot.barX(
            bars.filter((bar) => bar.paint === paint),
            { x1: 'from', x2: 'to', y: 'row', insetTop: top, insetBottom: row - top - 10, className: paint },
          ),
        ),
        Plot.ruleX([today], { className: 'window' }),
        Plot.text([now], { x: today, frameAnchor: 'top', dy: -18, className: 'tick' }),
        Plot.text(names, {
          y: 'row',
          frameAnchor: 'left',
          textAnchor: 'start',
          text: 'label',
          dx: -left,
          dy: line,
          lineWidth: isWide ? 21 : 15.5,
          textOverflow: 'ellipsis',
          className: 'name',
        }),
        Plot.text(names, {
          y: 'row',
          frameAnchor: 'right',
          textAnchor: 'end',
          text: 'end',
          dx: right,
          dy: line,
          className: 'end',
        }),
      ],
    },
    size,
  );
}
