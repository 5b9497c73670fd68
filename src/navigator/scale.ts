import { counted } from '../coverage/wording.ts';
import { colorOf, type Gradient, type Ramp } from './gradient.ts';
import type { Layer } from './layer.ts';

type LegendItem = Layer['legendItems'][number];

/** How scores become colours, and the words and colours that explain it. */
export interface Scale {
  gradient: Gradient;
  legendItems: LegendItem[];
}

/** With a range of 200 or more an integer score can fall off the Navigator's colour table. */
const WIDEST_RANGE = 199;

/** Below this a single rule would be drawn as if it were a lot. */
const NARROWEST_RANGE = 5;

/**
 * A scale from 0 to 100.
 *
 * @param labels Score → what the legend says of it.
 */
export function percentScale(
  ramp: Ramp,
  labels: readonly (readonly [score: number, label: string])[],
): Scale {
  const range = { minValue: 0, maxValue: 100 };
  return {
    gradient: { colors: [...ramp], ...range },
    legendItems: labels.map(([score, label]) => ({ label, color: colorOf(ramp, range, score) })),
  };
}

/**
 * A scale for counts. Counts have a long tail, so the darkest colour stands for the 95th percentile and
 * everything above, which the legend says.
 *
 * @param noun What is counted, singular: `rule`.
 */
export function countScale(ramp: Ramp, counts: readonly number[], noun: string): Scale {
  const sorted = [...counts].sort((a, b) => a - b);
  const largest = sorted.at(-1) ?? 0;
  const percentile = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const top = Math.min(Math.max(percentile, NARROWEST_RANGE), WIDEST_RANGE);
  const range = { minValue: 0, maxValue: top };
  return {
    gradient: { colors: [...ramp], ...range },
    legendItems: countSteps(top).map((value) => ({
      label: counted(value, noun) + (value === top && largest > top ? ' or more' : ''),
      color: colorOf(ramp, range, value),
    })),
  };
}

/** The counts a legend names, from one to the darkest colour's; rising, each once. */
export function countSteps(top: number): number[] {
  return [...new Set([1, Math.round(top / 3), Math.round((2 * top) / 3), top])];
}
