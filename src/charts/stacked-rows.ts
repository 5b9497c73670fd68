import * as Plot from '@observablehq/plot';
import type { Paint } from './chart.ts';
import { draw, NARROW, WIDE } from './draw.ts';

/** One row of a chart: a name, shares of one whole beside each other, and what they come to. */
export interface StackedRow {
  label: string;
  /** From the left; nothing is drawn for a 0. */
  parts: { paint: Paint; value: number }[];
  /** Stands at the end of the bar: `31 of 132`. */
  end: string;
}

interface Layout {
  width: number;
  /** Height of a row and of its bar, the most room for names at the left, room for ends at the right. */
  row: number;
  bar: number;
  left: number;
  right: number;
  size: 'wide' | 'narrow';
}

const WIDE_LAYOUT: Layout = { width: WIDE, row: 26, bar: 16, left: 240, right: 112, size: 'wide' };
/** On a phone name and end stand above the bar, which then has the whole width. */
const NARROW_LAYOUT: Layout = { width: NARROW, row: 44, bar: 16, left: 0, right: 0, size: 'narrow' };

/** Rows of stacked bars on one common scale, drawn for a desk and for a phone. */
export function stackedRows(rows: readonly StackedRow[]): { svg: string; narrow: string } {
  return { svg: drawRows(rows, WIDE_LAYOUT), narrow: drawRows(rows, NARROW_LAYOUT) };
}

interface Segment {
  row: number;
  paint: Paint;
  value: number;
  from: number;
  to: number;
}

function drawRows(rows: readonly StackedRow[], layout: Layout): string {
  const { width, row, bar, right, size } = layout;
  const longest = Math.max(0, ...rows.map(({ label }) => label.length));
  const left = Math.min(layout.left, Math.max(96, longest * 7 + 20));
  const most = Math.max(1, ...rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  const pixel = most / (width - left - right);
  const segments = rows.flatMap(({ parts }, index) => segmentsOf(parts, index, pixel));
  const labelled = segments.filter(({ value, from, to }) => (to - from) / pixel >= digits(value) * 7 + 4);
  const paints = [...new Set(segments.map(({ paint }) => paint))];
  const isWide = size === 'wide';
  const top = isWide ? (row - bar) / 2 : row - bar - 4;
  const place = { insetTop: top, insetBottom: row - bar - top, y: 'row' };
  const middle = top + bar / 2 - row / 2;
  const lines = rows.map(({ label, end }, index) => ({ label, end, row: index }));
  return draw(
    {
      width,
      height: rows.length * row,
      marginLeft: left,
      marginRight: right,
      x: { domain: [0, most] },
      y: { type: 'band', domain: rows.map((_, index) => index), padding: 0, round: false },
      marks: [
        ...paints.map((paint) =>
          Plot.barX(
            segments.filter((segment) => segment.paint === paint),
            { ...place, x1: 'from', x2: 'to', className: paint },
          ),
        ),
        ...paints.map((paint) =>
          Plot.text(
            labelled.filter((segment) => segment.paint === paint),
            {
              y: 'row',
              x: ({ from, to }: Segment) => (from + to) / 2,
              text: ({ value }: Segment) => String(value),
              dy: middle,
              className: paint,
            },
          ),
        ),
        Plot.text(lines, {
          y: 'row',
          x: 0,
          text: 'label',
          textAnchor: 'start',
          dx: -left,
          dy: isWide ? 0 : top / 2 - row / 2 + 3,
          lineWidth: isWide ? (left - 8) / 12 : 13.5,
          textOverflow: 'ellipsis',
          className: 'name',
        }),
        Plot.text(lines, {
          y: 'row',
          x: most,
          text: 'end',
          textAnchor: 'end',
          dx: right,
          dy: isWide ? 0 : top / 2 - row / 2 + 3,
          className: 'end',
        }),
      ],
    },
    size,
  );
}

/** Parts side by side with a hair of paper between them, where there is room for one. */
function segmentsOf(parts: StackedRow['parts'], row: number, pixel: number): Segment[] {
  let from = 0;
  return parts
    .filter(({ value }) => value > 0)
    .map(({ paint, value }) => {
      const start = from;
      from += value;
      return { row, paint, value, from: start, to: value > 3 * pixel ? from - pixel : from };
    });
}

function digits(value: number): number {
  return String(value).length;
}
