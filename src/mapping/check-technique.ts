import { domainName } from '../attack/domain.ts';
import type { MappingContext, MappingFinding } from './check.ts';
import { likeWritten } from './like-written.ts';
import type { Mapping } from './mapping.ts';

/** What is wrong with one declared technique: at most one finding, the most telling one. */
export function checkTechnique(mapping: Mapping, context: MappingContext): MappingFinding[] {
  const { written, id, pointer, resolved } = mapping;
  const shown = written.trim();
  switch (mapping.state) {
    case 'active':
      return [];
    case 'revoked':
      return [
        {
          rule: 'mapping/revoked',
          severity: 'warning',
          message: `Unexpected revoked technique \`${id}\`${as(shown, id)}, expected its successor \`${resolved ?? id}\``,
          hint: revokedHint(mapping),
          pointer,
        },
      ];
    case 'deprecated':
      return [
        {
          rule: 'mapping/deprecated',
          severity: 'warning',
          message: `Unexpected deprecated technique \`${id}\`${as(shown, id)}, expected an active one; ATT&CK names no successor`,
          hint: 'Map to the active technique that describes the behaviour; until then the mapping counts for nothing.',
          pointer,
        },
      ];
    case 'unknown':
      return [unknownTechnique(mapping, context)];
  }
}

function unknownTechnique(
  { written, id, pointer }: Mapping,
  { knowledge, others }: MappingContext,
): MappingFinding {
  const shown = written.trim();
  for (const [domain, base] of others) {
    if (base.resolve(id).state === 'unknown') continue;
    return {
      rule: 'mapping/wrong-domain',
      severity: 'error',
      message: `Unexpected technique \`${id}\` of ATT&CK ${domainName(domain)}, expected one of ${domainList(knowledge)}`,
      hint: `Add \`${domain}\` to \`attack.domains\` in the config, or map to a technique of ${domainList(knowledge)}.`,
      pointer,
    };
  }
  const tacticId = id.replace(/^T(?=0\d{3}$)/, 'TA');
  if (tacticId !== id && [...knowledge.values(), ...others.values()].some((base) => base.tactic(tacticId))) {
    return {
      rule: 'mapping/malformed',
      severity: 'error',
      message: `Unexpected \`${shown}\`, expected a technique; \`${tacticId}\` with an A would be a tactic`,
      hint: `Write \`${likeWritten(shown, id, tacticId) ?? tacticId}\` when the tactic is meant.`,
      pointer,
    };
  }
  const parent = id.split('.')[0] ?? id;
  const isParentKnown =
    parent !== id && [...knowledge.values()].some((base) => base.technique(parent) !== undefined);
  return {
    rule: 'mapping/unknown',
    severity: 'error',
    message: `Unexpected technique \`${id}\`${as(shown, id)}, expected one that ${versionList(knowledge)} knows`,
    hint: isParentKnown
      ? `\`${parent}\` exists, a sub-technique of that number does not; look it up or map to \`${parent}\`.`
      : 'Look the id up on attack.mitre.org; a newer ATT&CK version can be loaded with `attack.bundles`.',
    pointer,
  };
}

function revokedHint({ written, id, resolved = id, choices }: Mapping): string {
  const advice = choices
    ? `Write the one that is meant of ${choices.map((choice) => `\`${choice}\``).join(', ')}`
    : `Write \`${likeWritten(written.trim(), id, resolved) ?? resolved}\``;
  return `${advice}; until then it is read as \`${resolved}\`.`;
}

/** Tells the written form where it is not plainly the id. */
function as(written: string, id: string): string {
  return written.toUpperCase() === id ? '' : ` (written \`${written}\`)`;
}

function domainList(knowledge: MappingContext['knowledge']): string {
  return [...knowledge.keys()].map(domainName).join(', ');
}

function versionList(knowledge: MappingContext['knowledge']): string {
  return [...knowledge.values()]
    .map(({ domain, version }) => `ATT&CK ${domainName(domain)} ${version}`)
    .join(' or ');
}
