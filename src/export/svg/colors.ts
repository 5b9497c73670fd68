import { UNSCORED_COLOR } from '../../navigator/colors.ts';
import { colorOf } from '../../navigator/gradient.ts';
import type { DrawableLayer } from './drawable-layer.ts';

const HEX = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** A layer's colour as `#rrggbb`, its transparency dropped; undefined for anything else, which is never drawn. */
export function hexColor(color: string | null | undefined): string | undefined {
  const digits = HEX.exec(color?.trim() ?? '')?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  const long = digits.length < 6 ? digits.replaceAll(/./g, '$&$&') : digits;
  return `#${long.slice(0, 6)}`;
}

/** The colour of a cell: its own, else that of its score on the layer's gradient, else none. */
export function cellColor(
  { color, score }: Pick<DrawableLayer['techniques'][number], 'color' | 'score'>,
  gradient: DrawableLayer['gradient'],
): string {
  const own = hexColor(color);
  if (own !== undefined) return own;
  if (score === null || score === undefined) return UNSCORED_COLOR;
  const stops = gradient.colors.flatMap((stop) => hexColor(stop) ?? []);
  return stops.length === 0 ? UNSCORED_COLOR : colorOf(stops, gradient, score);
}

/** Ink that can be read on a colour: by relative luminance, WCAG 2.2. */
export function inkOn(color: string): '#131f2b' | '#ffffff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // Where white and the ink (luminance 0.013) have the same contrast to the colour.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.207 ? '#131f2b' : '#ffffff';
}
