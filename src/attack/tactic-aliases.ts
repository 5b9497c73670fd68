/**
 * Names of tactics that differ from the shortname of the loaded version, after `tacticKey`.
 * The first target the knowledge base has is taken.
 *
 * ATT&CK 19 made two tactics of Defense Evasion: TA0005 lives on as Stealth, TA0112 Defense Impairment is new.
 * A `defense-evasion` without a technique is ambiguous there; it goes where its id went.
 */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  c2: ['command-and-control'],
  candc: ['command-and-control'],
  commandcontrol: ['command-and-control'],
  defenseevasion: ['stealth'],
  stealth: ['defense-evasion'],
  defenseimpairment: ['defense-evasion'],
  ta0112: ['defense-evasion'],
};

/** What people put before a tactic's name: `attack.`, `mitre_attack_`, `TA0005 - `. */
const PREFIX = /^(?:(?:mitre|attack)[\s_.:-]+)+/;
const ID_AND_NAME = /^(ta\d{4})[\s_:-]+\S/;

/**
 * Brings the spellings of a tactic's name to one form: `Defense_Evasion`, `DefenseEvasion`, `defense evasion`,
 * `attack.defense-evasion` → `defenseevasion`; `Command & Control` → `commandandcontrol`; `TA0005 - Stealth` → `ta0005`.
 */
export function tacticKey(written: string): string {
  const text = written.trim().toLowerCase().replace(PREFIX, '');
  return (ID_AND_NAME.exec(text)?.[1] ?? text)
    .replaceAll('&', 'and')
    .replaceAll('defence', 'defense')
    .replace(/[^a-z0-9]/g, '');
}

/** Shortnames a key may stand for in another version or vocabulary, best first. */
export function tacticAliases(key: string): readonly string[] {
  return ALIASES[key] ?? [];
}
