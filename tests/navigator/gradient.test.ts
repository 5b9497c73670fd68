import tinygradient from 'tinygradient';
import { expect, test } from 'vitest';
import { COVERAGE_RAMP, GAP_RAMP, HUNT_RAMP } from '../../src/navigator/colors.ts';
import { colorOf, isDrawable } from '../../src/navigator/gradient.ts';

const RAMPS = { COVERAGE_RAMP, HUNT_RAMP, GAP_RAMP };
const PERCENT = { minValue: 0, maxValue: 100 };

/** Relative luminance as WCAG defines it, 0-1. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each(Object.entries(RAMPS))(
  '%s: every score has the colour the Navigator’s own library gives',
  (_, ramp) => {
    // The package's types name a type of tinycolor2, which ships none.
    const table = tinygradient([...ramp]).rgb(100) as unknown as { toHexString(): string }[];
    for (let score = 0; score <= 100; score += 1) {
      expect(colorOf(ramp, PERCENT, score), `score ${score}`).toBe(table[Math.min(score, 99)]?.toHexString());
    }
  },
);

test.each(Object.entries(RAMPS))('%s: more is always darker', (_, ramp) => {
  const lightness = Array.from({ length: 100 }, (_step, score) => luminance(colorOf(ramp, PERCENT, score)));
  expect(lightness).toEqual([...lightness].sort((a, b) => b - a));
  expect(new Set(lightness).size).toBe(100);
});

test('a score off either end of the range has the colour of that end', () => {
  expect(colorOf(COVERAGE_RAMP, { minValue: 5, maxValue: 10 }, 1)).toBe(COVERAGE_RAMP[0]);
  expect(colorOf(COVERAGE_RAMP, { minValue: 5, maxValue: 10 }, 999)).toBe(COVERAGE_RAMP[3]);
});

test('199 of 200 crashes the Navigator; 198 of 199 does not', () => {
  expect(isDrawable({ minValue: 0, maxValue: 200 }, 199)).toBe(false);
  expect(isDrawable({ minValue: 0, maxValue: 199 }, 198)).toBe(true);
  expect(isDrawable({ minValue: 0, maxValue: 200 }, 200)).toBe(true);
});
