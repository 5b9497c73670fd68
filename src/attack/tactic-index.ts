import type { Tactic } from './facts.ts';
import { tacticAliases, tacticKey } from './tactic-aliases.ts';

/**
 * Finds tactics by id, shortname, name or alias in the spellings of the wild. What the version itself calls a tactic
 * wins over aliases: `defense-evasion` is a tactic of mobile, and an alias in enterprise 19.
 */
export function tacticFinder(tactics: readonly Tactic[]): (written: string) => Tactic | undefined {
  const byKey = new Map<string, Tactic>();
  for (const tactic of tactics) {
    for (const name of [tactic.id, tactic.shortname, tactic.name]) byKey.set(tacticKey(name), tactic);
  }
  return (written) => {
    const key = tacticKey(written);
    const own = byKey.get(key);
    if (own) return own;
    return tacticAliases(key)
      .map((shortname) => byKey.get(tacticKey(shortname)))
      .find((tactic) => tactic !== undefined);
  };
}
