import type { Layer } from './layer.ts';
import type { Gradient } from './gradient.ts';
import type { Scale } from './scale.ts';
import { COVERAGE_RAMP } from './colors.ts';

/** One kind of cell in a layer that tells kinds apart: its colour, and what the legend says of it. */
export interface Category {
  color: string;
  label: string;
}

/**
 * The scale of a layer whose cells all have a colour of their own. The gradient is never drawn, but the Navigator looks
 * every score up in it all the same; from 0 to 199 every whole number can be looked up.
 *
 * @param rest What the legend says of cells without a colour, white.
 */
export function categoryScale(
  categories: readonly Category[],
  rest: readonly Layer['legendItems'][number][] = [],
  range: Omit<Gradient, 'colors'> = { minValue: 0, maxValue: 100 },
): Scale {
  return {
    gradient: { colors: [...COVERAGE_RAMP], ...range },
    legendItems: [...categories.map(({ label, color }) => ({ label, color })), ...rest],
  };
}
