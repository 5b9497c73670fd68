/** Blocks `from` up to, not including, `to`. */
export interface Span {
  from: number;
  to: number;
}

/**
 * The section a heading opens: the heading and all blocks up to the next heading of its level or above.
 *
 * @param levels Level of each block that is a heading, undefined for the others.
 * @param from Place of the heading.
 */
export function sectionOf(levels: readonly (number | undefined)[], from: number): Span {
  const own = levels[from] ?? 0;
  const next = levels.findIndex((level, place) => place > from && level !== undefined && level <= own);
  return { from, to: next === -1 ? levels.length : next };
}
