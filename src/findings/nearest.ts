import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate a misspelt word most likely stands for, or undefined when none is near enough (more than a third
 * of the letters differ). Case, blanks, hyphens and underscores make no difference.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const byForm = new Map<string, string>();
  for (const candidate of candidates) {
    if (!byForm.has(form(candidate))) byForm.set(form(candidate), candidate);
  }
  const wanted = form(word);
  if (wanted === '' || byForm.size === 0) return undefined;
  const match = closest(wanted, [...byForm.keys()]);
  return distance(wanted, match) <= Math.max(1, Math.floor(wanted.length / 3))
    ? byForm.get(match)
    : undefined;
}

function form(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]+/g, '');
}
