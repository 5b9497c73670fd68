/** Cells side by side in a column of the skyline. */
export const SKYLINE_CELLS = 5;

/** A cell with the gap to the next, in the units of the drawing. */
export const CELL = { width: 12, gap: 2, height: 6, rowGap: 2 } as const;

/**
 * The line that draws cells `from` to `to` (without it) of a column that fills row by row from its foot. Its dashes are
 * the cells, so that a row is one stroke.
 *
 * @param rows Rows of the whole drawing.
 */
export function skylinePath(from: number, to: number, rows: number): string {
  const step = CELL.width + CELL.gap;
  let path = '';
  for (let at = from; at < to;) {
    const row = Math.floor(at / SKYLINE_CELLS);
    const end = Math.min(to, (row + 1) * SKYLINE_CELLS);
    const y = (rows - row) * (CELL.height + CELL.rowGap) - CELL.height / 2;
    path += `M${(at - row * SKYLINE_CELLS) * step} ${y}h${(end - at) * step - CELL.gap}`;
    at = end;
  }
  return path;
}
