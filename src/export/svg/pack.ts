import type { MatrixCell } from './cells.ts';
import { metrics } from './metrics.ts';
import { textWidth } from './text-width.ts';
import { wrap } from './wrap.ts';

const MOST_LINES = 3;

/** A cell with its text broken into lines. */
export interface Sized {
  cell: MatrixCell;
  lines: string[];
  height: number;
}

/** Cells stacked into as many columns as they need. */
export function pack(
  cells: readonly MatrixCell[],
  width: number,
  fontSize: number,
  height: number,
): Sized[][] {
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
export function packEvenly(
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
