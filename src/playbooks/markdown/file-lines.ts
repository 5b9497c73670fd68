import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';

/** Markdown ends a line at a lone carriage return as well; files, editors and places of findings do not. */
const LONE_RETURN = /\r(?!\n)/;

/** The point of a text that is so many characters in; lines end at newlines alone. */
export type PointAt = (offset: number) => Pick<Point, 'line' | 'column'>;

/**
 * Corrects points a Markdown parser found in a text.
 *
 * @returns undefined where they are right as they are.
 */
export function fileLines(text: string): PointAt | undefined {
  if (!LONE_RETURN.test(text)) return undefined;
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** A tree of a text with the lines of its file. */
export function withFileLines(tree: Root, text: string): Root {
  const pointAt = fileLines(text);
  if (pointAt) correct(tree, pointAt);
  return tree;
}

function correct(node: Nodes, pointAt: PointAt): void {
  for (const point of [node.position?.start, node.position?.end])
    if (point?.offset !== undefined) Object.assign(point, pointAt(point.offset));
  if ('children' in node) for (const child of node.children) correct(child, pointAt);
}
