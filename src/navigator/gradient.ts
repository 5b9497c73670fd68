import type { Layer } from './layer.ts';

/** Four stops of a colour ramp, from least to most, as `#rrggbb`. */
export type Ramp = readonly [string, string, string, string];

export type Gradient = Layer['gradient'];

/** The Navigator draws from a table of this many colours, evenly spaced between the stops. */
const TABLE_SIZE = 100;

/**
 * The place in the colour table the Navigator looks a score up at: 0-99, or 100, which does not exist. It
 * takes `round(100 × share of the range)`, so a score from 99.5 % to just under 100 % of the range falls off
 * the table and the layer never finishes loading.
 */
export function tableIndex({ minValue, maxValue }: Omit<Gradient, 'colors'>, score: number): number {
  if (score >= maxValue) return TABLE_SIZE - 1;
  if (score <= minValue) return 0;
  return Math.round(((score - minValue) / (maxValue - minValue)) * 100);
}

/** Whether the Navigator can draw a score with this gradient. */
export function isDrawable(gradient: Omit<Gradient, 'colors'>, score: number): boolean {
  return tableIndex(gradient, score) < TABLE_SIZE;
}

/**
 * The colour the Navigator gives a score, so that a legend agrees with the cells: a straight line in RGB
 * between the stops. The table's colours lie exactly on that line for the four stops of a {@link Ramp}, and within
 * rounding of it for another number.
 *
 * @param ramp At least one stop.
 * @returns `#rrggbb`, lower case.
 */
export function colorOf(ramp: readonly string[], range: Omit<Gradient, 'colors'>, score: number): string {
  const index = Math.min(tableIndex(range, score), TABLE_SIZE - 1);
  const position = (index / (TABLE_SIZE - 1)) * (ramp.length - 1);
  const lower = Math.max(0, Math.min(Math.floor(position), ramp.length - 2));
  const from = channels(ramp[lower] ?? '');
  const to = channels(ramp[lower + 1] ?? ramp[lower] ?? '');
  const mixed = from.map((value, index) => value + ((to[index] ?? value) - value) * (position - lower));
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}
