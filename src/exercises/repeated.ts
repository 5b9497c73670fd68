import type { DatedResult } from './logged-result.ts';

/**
 * Results with every repetition told once: the same test with the same outcome on the same day and target is one
 * result that says how often. In the order of their first appearance.
 */
export function withoutRepetition(results: readonly DatedResult[]): DatedResult[] {
  const counts = new Map<string, { result: DatedResult; times: number }>();
  for (const result of results) {
    const { mapping, test, name, target, outcome, date, notes } = result;
    const key = JSON.stringify([mapping.id, test, name, target, outcome, date, notes]);
    const known = counts.get(key);
    if (known) known.times += 1;
    else counts.set(key, { result, times: 1 });
  }
  return [...counts.values()].map(({ result, times }) =>
    times === 1
      ? result
      : { ...result, times, notes: [result.notes, `${times} times that day`].filter(Boolean).join('; ') },
  );
}

/** The newest day of results; undefined for none. */
export function newestDay(results: readonly DatedResult[]): string | undefined {
  return results.reduce<string | undefined>(
    (newest, { date }) => (newest === undefined || date > newest ? date : newest),
    undefined,
  );
}

/** `ws01`, `ws01 and ws02`, `ws01, ws02 and 3 more`: each name once. */
export function fewNames(names: readonly (string | undefined)[]): string {
  const distinct = [...new Set(names.filter((name) => name !== undefined))].sort();
  if (distinct.length > 3) return `${distinct.slice(0, 2).join(', ')} and ${distinct.length - 2} more`;
  return distinct.length < 2
    ? distinct.join('')
    : `${distinct.slice(0, -1).join(', ')} and ${distinct.at(-1) ?? ''}`;
}
