import type { MappingContext, MappingFinding } from './check.ts';
import type { TacticMappingDraft } from './mapping.ts';
import { shownText } from './shown.ts';
import { meantByTag } from './suggest.ts';

/** The finding for a tag that says it is ATT&CK and has no form ATT&CK uses. */
export function checkMalformed(
  { written, pointer }: TacticMappingDraft,
  { knowledge }: Pick<MappingContext, 'knowledge'>,
): MappingFinding {
  const shown = shownText(written);
  const meant = meantByTag(shown, knowledge);
  return {
    rule: 'mapping/malformed',
    severity: 'error',
    message: `Unexpected ATT&CK tag \`${shown}\`, expected a technique, tactic, group, campaign or software`,
    hint: meant
      ? `Write \`${meant.text}\` when ${meant.what}.`
      : /^attack\b/i.test(shown)
        ? 'Write `attack.` and an id or a tactic: `attack.t1059.001`, `attack.privilege-escalation`.'
        : 'Write the id of a technique or of a tactic: `T1059.001`, `TA0004`.',
    pointer,
  };
}
