import type { Ramp } from './gradient.ts';

/*
 * Sequential schemes of ColorBrewer (YlGnBu, BuPu, YlOrBr, RdPu), every second class: lightness falls steadily, so
 * they read the same with every kind of colour vision, in greyscale and in print.
 */

/** How much speaks for a technique. */
export const COVERAGE_RAMP: Ramp = ['#edf8b1', '#7fcdbb', '#1d91c0', '#253494'];

/** How much it is hunted for. */
export const HUNT_RAMP: Ramp = ['#e0ecf4', '#9ebcda', '#8c6bb1', '#810f7c'];

/** How much is missing: another hue, so that dark never means good in one layer and bad in the next by mistake. */
export const GAP_RAMP: Ramp = ['#fff7bc', '#fec44f', '#ec7014', '#993404'];

/** How much a technique matters, whatever we have on it. */
export const RELEVANCE_RAMP: Ramp = ['#fde0dd', '#fa9fb5', '#dd3497', '#7a0177'];

/** Less to the left, more to the right, next to nothing in the middle: ColorBrewer RdBu. */
export const DIFFERENCE_RAMP: Ramp = ['#ca0020', '#f4a582', '#92c5de', '#0571b0'];

/*
 * Colours of categories. Those of Okabe and Ito ("Color Universal Design", 2008) are told apart with every kind of
 * colour vision; where a layer needs more than they give, darker ones join them. A test holds every layer's colours
 * apart for protanopia, deuteranopia and tritanopia.
 */

/** Executed and missed; gone; nothing collected. Vermilion stands apart from blues and greens for everybody. */
export const FAILED_COLOR = '#d55e00';

/** The same where the ramp runs through oranges: black. */
export const FAILED_AMONG_GAPS_COLOR = '#000000';

/** Reddish purple: nothing where something should be. */
export const NOTHING_COLOR = '#cc79a7';

/** Yellow: a little. */
export const SOME_COLOR = '#f0e442';

/** Sky blue: more. */
export const GOOD_COLOR = '#56b4e9';

/** Blue: most. */
export const BEST_COLOR = '#0072b2';

/** Brown: something, but not where it is wanted. */
export const ELSEWHERE_COLOR = '#8a2b06';

/** What is not known or was not judged: neither good nor bad. */
export const UNKNOWN_COLOR = '#bdbdbd';

/** What the Navigator gives a cell without a score or color, and a disabled one whatever it has. */
export const UNSCORED_COLOR = '#ffffff';
