import type { MappingFinding } from './check.ts';
import type { TacticMappingDraft } from './mapping.ts';

/** The finding for a tag that says it is ATT&CK and has no form ATT&CK uses. */
export function checkMalformed({ written, pointer }: TacticMappingDraft): MappingFinding {
  const shown = written.trim().replace(/\s+/g, ' ').slice(0, 80);
  const number = /^(.*?)(?:[._-])(\d{4}(?:[._]\d{3})?)$/.exec(shown);
  return {
    rule: 'mapping/malformed',
    severity: 'error',
    message: `Unexpected ATT&CK tag \`${shown}\`, expected a technique, tactic, group, campaign or software`,
    hint: number
      ? `Write \`${number[1] ?? ''}.t${number[2] ?? ''}\` when that technique is meant.`
      : /^attack\b/i.test(shown)
        ? 'Write `attack.` and an id or a tactic: `attack.t1059.001`, `attack.privilege-escalation`.'
        : 'Write the id of a technique or of a tactic: `T1059.001`, `TA0004`.',
    pointer,
  };
}
