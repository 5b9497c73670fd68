/** How often a hunt should run, in the words people use. Values in days. */
export const CADENCES = {
  daily: 1,
  weekly: 7,
  fortnightly: 14,
  monthly: 30,
  quarterly: 90,
  yearly: 365,
} as const;

const UNITS: Record<string, number> = { d: 1, w: 7, m: 30, y: 365 };

/** What `cadence` may look like: a span (`90d`, `12w`, `6m`, `1y`) or one of the words. */
export const CADENCE_PATTERN = new RegExp(`^(?:[1-9]\\d{0,3}[dwmy]|${Object.keys(CADENCES).join('|')})$`);

/** Days between two runs. The text must match `CADENCE_PATTERN`. */
export function cadenceDays(text: string): number {
  if (Object.hasOwn(CADENCES, text)) return CADENCES[text as keyof typeof CADENCES];
  return Number.parseInt(text, 10) * (UNITS[text.at(-1) ?? 'd'] ?? 1);
}
