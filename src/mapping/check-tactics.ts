import { domainName } from '../attack/domain.ts';
import { tacticKey } from '../attack/tactic-aliases.ts';
import type { MappedItem, MappingContext, MappingFinding } from './check.ts';
import type { TacticMapping } from './mapping.ts';
import { shownText } from './shown.ts';
import { nearestTactic } from './suggest.ts';

/**
 * Tactics ATT&CK does not know, and tactics that none of the mapped techniques belongs to. A mismatch is a note:
 * one in ten public rules has one, often because ATT&CK moved the technique.
 */
export function checkTactics(item: MappedItem, context: MappingContext): MappingFinding[] {
  const { knowledge } = context;
  const techniques = item.mappings.flatMap(({ resolved, domain }) => {
    const technique =
      resolved !== undefined && domain ? knowledge.get(domain)?.technique(resolved) : undefined;
    return technique ? [technique] : [];
  });
  const tacticsOfTechniques = new Set(techniques.flatMap(({ tactics }) => tactics));
  const ids = [...new Set(techniques.map(({ id }) => id))];
  const seen = new Set<string>();
  return item.tactics.flatMap((tactic) => {
    if (tactic.shortname === undefined) return [unknownTactic(tactic, context)];
    if (seen.has(tactic.shortname)) return [];
    seen.add(tactic.shortname);
    if (ids.length === 0 || tacticsOfTechniques.has(tactic.shortname)) return [];
    if (formerMeanings(tactic).some((shortname) => tacticsOfTechniques.has(shortname))) return [];
    return [
      {
        rule: 'mapping/tactic-mismatch',
        severity: 'note' as const,
        message: `Unexpected tactic \`${tactic.shortname}\`, expected one of ${list([...tacticsOfTechniques])}, the tactics of ${list(ids)}`,
        hint: 'Map to a technique of that tactic as well, or correct the tactic.',
        pointer: tactic.pointer,
      },
    ];
  });
}

/** Before ATT&CK 19, TA0005 was Defense Evasion and held what is Defense Impairment since. */
const FORMER_DEFENSE_EVASION = new Set(['ta0005', 'defenseevasion']);

function formerMeanings({ written }: TacticMapping): string[] {
  return FORMER_DEFENSE_EVASION.has(tacticKey(written)) ? ['stealth', 'defense-impairment'] : [];
}

function unknownTactic({ written, pointer }: TacticMapping, context: MappingContext): MappingFinding {
  const shown = shownText(written);
  const configured = [...context.knowledge.keys()].map(domainName).join(', ');
  for (const [domain, base] of context.others) {
    if (!base.tactic(shown)) continue;
    return {
      rule: 'mapping/wrong-domain',
      severity: 'error',
      message: `Unexpected tactic \`${shown}\` of ATT&CK ${domainName(domain)}, expected one of ${configured}`,
      hint: `Add \`${domain}\` to \`attack.domains\` in the config, or name a tactic of ${configured}.`,
      pointer,
    };
  }
  const near = nearestTactic(shown, context.knowledge);
  return {
    rule: 'mapping/malformed',
    severity: 'error',
    message: `Unexpected tactic \`${shown}\`, expected one of the configured ATT&CK domains`,
    hint: near
      ? `Write \`${near.written}\` when that tactic is meant${near.since}.`
      : 'Write the name or the id of a tactic, such as `execution` or `TA0002`.',
    pointer,
  };
}

function list(values: string[]): string {
  return values
    .sort()
    .map((value) => `\`${value}\``)
    .join(', ');
}
