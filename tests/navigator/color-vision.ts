/**
 * How colours look to people with each kind of dichromacy: Machado, Oliveira, Fernandes, "A Physiologically-based Model
 * for Simulation of Color Vision Deficiency" (2009), severity 1, on linear RGB.
 */
const VISIONS = {
  trichromat: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;
export type Vision = keyof typeof VISIONS;
export const ALL_VISIONS = Object.keys(VISIONS) as Vision[];

/** Distance in CIELAB (1976) between two colours as somebody sees them; 2.3 is just noticeable side by side. */
export function seenDistance(a: string, b: string, vision: Vision): number {
  const [one, other] = [a, b].map((color) => lab(seen(color, vision)));
  return Math.hypot(...(one ?? []).map((value, index) => value - (other?.[index] ?? 0)));
}

function seen(color: string, vision: Vision): number[] {
  const linear = [1, 3, 5]
    .map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return VISIONS[vision].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce<number>((sum, factor, index) => sum + factor * (linear[index] ?? 0), 0),
      ),
    ),
  );
}

/** CIELAB of linear sRGB, white point D65. */
function lab([r = 0, g = 0, b = 0]: number[]): number[] {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
