import type { MappingFinding } from './check.ts';
import type { TacticMappingDraft } from './mapping.ts';

/** The finding for a tag that says it is ATT&CK and has no form ATT&CK uses. */
export function checkMalformed({ written, pointer }: TacticMappingDraft): MappingFinding {
  const shown = written.trim();
  const number = /^(.*?)(?:[._-])(\d{4}(?:[._]\d{3})?)$/.exec(shown);
  return {
    rule: 'mapping/malformed',
    severity: 'error',
    message: `Unexpected ATT&CK tag \`${shown}\`, expected a technique, tactic, group, campaign or software`,
    hint: number
      ? `Write \`${number[1] ?? ''}.t${number[2] ?? ''}\` when that technique is meant.`
      : 'Write `attack.` and an id or a tactic: `attack.t1059.001`, `attack.privilege-escalation`.',
    pointer,
  };
}
