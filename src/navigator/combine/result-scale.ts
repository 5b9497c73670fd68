import { COVERAGE_RAMP, DIFFERENCE_RAMP, UNSCORED_COLOR } from '../colors.ts';
import { colorOf, isDrawable, type Ramp } from '../gradient.ts';
import type { Scale } from '../scale.ts';
import { shown, type Operation } from './operation.ts';

type Range = Pick<Scale['gradient'], 'minValue' | 'maxValue'>;

/** A scale every one of the scores can be drawn on; differences have the same reach on either side of zero. */
export function resultScale(operation: Operation, scores: readonly number[]): Scale {
  const isDifference = operation === 'subtract';
  const ramp: Ramp = isDifference ? DIFFERENCE_RAMP : COVERAGE_RAMP;
  const range = drawableRange(scores, isDifference);
  const { minValue, maxValue } = range;
  const middle = isDifference ? 0 : Math.round((minValue + maxValue) / 2);
  const values = [...new Set([minValue, middle, maxValue])].sort((a, b) => a - b);
  return {
    gradient: { colors: [...ramp], ...range },
    legendItems: [
      ...values.map((value) => ({
        label: `${shown(value)}${beyond(value, range, scores)}`,
        color: colorOf(ramp, range, value),
      })),
      { label: 'No score in any of the layers', color: UNSCORED_COLOR },
    ],
  };
}

function beyond(value: number, { minValue, maxValue }: Range, scores: readonly number[]): string {
  if (value === maxValue && scores.some((score) => score > maxValue)) return ' or more';
  return value === minValue && scores.some((score) => score < minValue) ? ' or less' : '';
}

/**
 * The Navigator fails on a score just below the upper end of its gradient (see `tableIndex`). The end is lowered to such
 * a score until there is none; what is above it has the last colour.
 */
function drawableRange(scores: readonly number[], isSymmetric: boolean): Range {
  const highest = scores.reduce((top, score) => Math.max(top, isSymmetric ? Math.abs(score) : score), 0) || 1;
  const lowest = scores.reduce((low, score) => Math.min(low, score), 0);
  const rangeTo = (top: number): Range => ({ minValue: isSymmetric ? -top : lowest, maxValue: top });
  for (let range = rangeTo(highest); ;) {
    const failing = scores.filter((score) => !isDrawable(range, score));
    if (failing.length === 0) return range;
    range = rangeTo(Math.min(...failing));
  }
}
