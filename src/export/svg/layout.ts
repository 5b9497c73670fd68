import type { MatrixCell, MatrixColumn } from './cells.ts';
import { metrics } from './metrics.ts';
import { pack, packEvenly, type Sized } from './pack.ts';
import { wrap } from './wrap.ts';

/** Millimetres, all of them; `y` grows downwards. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedCell extends Box {
  cell: MatrixCell;
  lines: string[];
}

export interface PlacedColumn {
  column: MatrixColumn;
  /** Over all the columns the tactic takes. */
  head: Box & { lines: string[] };
  cells: PlacedCell[];
}

export interface Layout {
  /** Of the names in the cells. */
  fontSize: number;
  columns: PlacedColumn[];
}

const LARGEST_FONT = 3.6;
const SMALLEST_FONT = 0.8;
/** In ems: narrower columns cut most names. */
const NARROWEST_COLUMN = 8.5;
const BETWEEN_TACTICS = 1.4;
const BETWEEN_COLUMNS = 0.4;

/**
 * Places a matrix in a box with the largest font that fits: a tactic too long for one column takes several, and more
 * columns are narrower ones.
 */
export function layOut(columns: readonly MatrixColumn[], box: Box): Layout {
  for (let fontSize = LARGEST_FONT; fontSize > SMALLEST_FONT; fontSize -= 0.05) {
    const layout = layOutAt(fontSize, columns, box, NARROWEST_COLUMN);
    if (layout) return layout;
  }
  return layOutAt(SMALLEST_FONT, columns, box, 0) ?? { fontSize: SMALLEST_FONT, columns: [] };
}

function layOutAt(
  fontSize: number,
  columns: readonly MatrixColumn[],
  box: Box,
  narrowest: number,
): Layout | undefined {
  let counts = columns.map(() => 1);
  // Each round can only add columns, so that it ends: either they are too narrow or they are enough.
  for (let round = 0; round < 40; round += 1) {
    const width = columnWidth(counts, box.width);
    if (width <= 0 || width < narrowest * fontSize) return undefined;
    const headHeight = headHeightOf(columns, counts, width, fontSize);
    const packed = columns.map(({ cells }) => pack(cells, width, fontSize, box.height - headHeight));
    if (packed.every((stacks, index) => stacks.length <= (counts[index] ?? 1))) {
      const even = columns.map(({ cells }, index) =>
        packEvenly(cells, width, fontSize, counts[index] ?? 1, packed[index] ?? []),
      );
      return { fontSize, columns: place(columns, even, counts, box, { width, headHeight, fontSize }) };
    }
    counts = counts.map((count, index) => Math.max(count, packed[index]?.length ?? 1));
  }
  return undefined;
}

function columnWidth(counts: readonly number[], width: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const gaps = (counts.length - 1) * BETWEEN_TACTICS + (all - counts.length) * BETWEEN_COLUMNS;
  return (width - gaps) / all;
}

function spanWidth(count: number, width: number): number {
  return count * width + (count - 1) * BETWEEN_COLUMNS;
}

/** The heads of all tactics are as high as the highest: name in up to two lines, then the count. */
function headHeightOf(
  columns: readonly MatrixColumn[],
  counts: readonly number[],
  width: number,
  fontSize: number,
): number {
  const lines = columns.map(
    ({ name }, index) => headLines(name, spanWidth(counts[index] ?? 1, width), fontSize).length,
  );
  const { line, padY } = metrics(fontSize);
  return (Math.max(1, ...lines) + 1) * line * 1.05 + 3 * padY;
}

function headLines(name: string, width: number, fontSize: number): string[] {
  // Bold, and a bit larger than the cells.
  return wrap(name, fontSize * 1.12, width - fontSize * 0.3, 2);
}

function place(
  columns: readonly MatrixColumn[],
  packed: readonly Sized[][][],
  counts: readonly number[],
  box: Box,
  { width, headHeight, fontSize }: { width: number; headHeight: number; fontSize: number },
): PlacedColumn[] {
  const { indent } = metrics(fontSize);
  let left = box.x;
  return columns.map((column, index) => {
    const count = counts[index] ?? 1;
    const span = spanWidth(count, width);
    const cells = (packed[index] ?? []).flatMap((stack, nth) => {
      const x = left + nth * (width + BETWEEN_COLUMNS);
      let y = box.y + headHeight;
      return stack.map(({ height, ...sized }): PlacedCell => {
        const shift = sized.cell.isSub ? indent : 0;
        const placed = { ...sized, x: x + shift, y, width: width - shift, height };
        y += height;
        return placed;
      });
    });
    const head = {
      x: left,
      y: box.y,
      width: span,
      height: headHeight,
      lines: headLines(column.name, span, fontSize),
    };
    left += span + BETWEEN_TACTICS;
    return { column, head, cells };
  });
}
