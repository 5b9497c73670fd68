/** A place in a text; both count from 1, columns in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/**
 * Tells the position of any offset of a text by bisection, for texts with many places to tell. For a single one
 * `lineOf` is enough.
 */
export function positionIndex(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** As {@link positionIndex}, the line alone. */
export function lineIndex(text: string): (offset: number) => number {
  const position = positionIndex(text);
  return (offset) => position(offset).line;
}
