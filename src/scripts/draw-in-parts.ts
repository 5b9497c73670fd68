import { afterPaint } from './after-paint.ts';

/** Milliseconds from one part to the next: what comes between, a key or a click, is answered in time. */
const PART = 50;

export interface Parts<Item> {
  /** Items of the first part, and the fewest of any. Later parts are as long as the time each takes allows. */
  size: number;
  draw: (part: readonly Item[]) => void;
  /** Asked before each of the others; false stops, as when the reader wants something else by now. */
  isLatest: () => boolean;
}

/**
 * Draws items in parts: the first at once, a paint before each of the others.
 *
 * @returns Whether all was drawn.
 */
export async function drawInParts<Item>(
  items: readonly Item[],
  { size, draw, isLatest }: Parts<Item>,
): Promise<boolean> {
  let wanted = size;
  let start = 0;
  for (;;) {
    const began = performance.now();
    draw(items.slice(start, start + wanted));
    start += wanted;
    if (start >= items.length) return true;
    await afterPaint();
    if (!isLatest()) return false;
    wanted = performance.now() - began < PART ? wanted * 2 : size;
  }
}
