import type { MatrixCell, MatrixColumn } from './cells.ts';
import { textWidth } from './text-width.ts';
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

/** Sizes that follow from the size of the font. */
export function metrics(fontSize: number): { line: number; padX: number; padY: number; indent: number } {
  return { line: fontSize * 1.15, padX: fontSize * 0.45, padY: fontSize * 0.28, indent: fontSize * 0.9 };
}

const LARGEST_FONT = 3.6;
const SMALLEST_FONT = 0.8;
/** In ems: narrower columns cut most names. */
const NARROWEST_COLUMN = 8.5;
const BETWEEN_TACTICS = 1.4;
const BETWEEN_COLUMNS = 0.4;
const MOST_LINES = 3;

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

interface Sized {
  cell: MatrixCell;
  lines: string[];
  height: number;
}

/** Cells stacked into as many columns as they need. */
function pack(cells: readonly MatrixCell[], width: number, fontSize: number, height: number): Sized[][] {
  const stacks: Sized[][] = [[]];
  let used = 0;
  for (const cell of cells) {
    const sized = sizeOf(cell, width, fontSize);
    if (used + sized.height > height && used > 0) {
      stacks.push([]);
      used = 0;
    }
    stacks.at(-1)?.push(sized);
    used += sized.height;
  }
  return stacks;
}

/** The same in equally high columns, so that none is left with the last two cells. */
function packEvenly(
  cells: readonly MatrixCell[],
  width: number,
  fontSize: number,
  count: number,
  packed: Sized[][],
): Sized[][] {
  if (count === 1) return packed;
  const total = packed.flat().reduce((sum, { height }) => sum + height, 0);
  for (let height = total / count; height < total; height += fontSize) {
    const stacks = pack(cells, width, fontSize, height);
    if (stacks.length <= count) return stacks;
  }
  return packed;
}

function sizeOf(cell: MatrixCell, width: number, fontSize: number): Sized {
  const { line, padX, padY, indent } = metrics(fontSize);
  const score = cell.score === undefined ? 0 : textWidth(String(cell.score), fontSize, true) + padX;
  const room = width - 2 * padX - (cell.isSub ? indent : 0);
  const lines = wrap(cell.name, fontSize, room, MOST_LINES, score);
  return { cell, lines, height: Math.max(1, lines.length) * line + 2 * padY };
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
