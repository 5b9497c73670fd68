/**
 * Widths of Helvetica, in thousandths of the font's size, from U+0020 to U+007E: Adobe's font metrics for the core fonts
 * of PostScript. Arial and Liberation Sans have the same, so what fits here fits wherever the drawing is shown.
 */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

const FIRST = 0x20;

/** Whatever the table does not have is taken for as wide as the font is high. */
const WIDEST = 1000;

/** Bold is wider by about a fifteenth. */
const BOLD = 1.07;

/** Width of a text on one line, in units of `size`. */
export function textWidth(text: string, size: number, isBold = false): number {
  let sum = 0;
  for (const character of text) sum += WIDTHS[(character.codePointAt(0) ?? 0) - FIRST] ?? WIDEST;
  return (sum / 1000) * size * (isBold ? BOLD : 1);
}
