import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LEVELS } from '../../src/coverage/assessment.ts';
import { LEVEL_COLORS } from '../../src/export/level-colors.ts';

const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

test.each(LEVELS)('a file colours %s as the light site does', (level) => {
  expect(LEVEL_COLORS[level]).toEqual({ fill: token(`${level}-fill`), on: token(`${level}-on`) });
});

/** The light half of a token as `#rrggbb`; one token may stand for another. */
function token(name: string): string {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(tokens)?.[1] ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other !== undefined) return token(other);
  const [lightness, chroma, hue] = /light-dark\(oklch\(([\d. ]+)\)/.exec(value)![1]!.split(' ').map(Number);
  return hexOfOklch(lightness!, chroma!, hue!);
}

/** Björn Ottosson's OKLab, https://bottosson.github.io/posts/oklab/ */
function hexOfOklch(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = linear.map((value) => {
    const clamped = Math.min(1, Math.max(0, value));
    return Math.round(255 * (clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055));
  });
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
