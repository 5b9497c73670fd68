import type { Ramp } from './gradient.ts';

/*
 * Sequential schemes of ColorBrewer (YlGnBu, BuPu, YlOrBr), every second class: lightness falls steadily, so
 * they read the same with every kind of colour vision, in greyscale and in print.
 */

/** How much speaks for a technique. */
export const COVERAGE_RAMP: Ramp = ['#edf8b1', '#7fcdbb', '#1d91c0', '#253494'];

/** How much it is hunted for. */
export const HUNT_RAMP: Ramp = ['#e0ecf4', '#9ebcda', '#8c6bb1', '#810f7c'];

/** How much is missing: another hue, so that dark never means good in one layer and bad in the next by mistake. */
export const GAP_RAMP: Ramp = ['#fff7bc', '#fec44f', '#ec7014', '#993404'];

/** Executed and missed. Vermilion stands apart from blues and greens with every kind of colour vision. */
export const FAILED_COLOR = '#d55e00';

/** What the Navigator gives a cell without a score. */
export const UNSCORED_COLOR = '#ffffff';
