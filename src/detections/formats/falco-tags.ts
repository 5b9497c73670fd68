import { tacticShortname } from '../../mapping/tactic-names.ts';
import type { MappingDraft, TacticMappingDraft } from '../../mapping/mapping.ts';
import type { DetectionStatus } from '../detection.ts';
import type { FalcoTag } from './falco-rules.ts';

/** What the tags of a Falco rule say, in the order they are written. */
export interface FalcoTags {
  status: DetectionStatus;
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  unrecognised: TacticMappingDraft[];
  tags: string[];
}

/** `T1059.004`, `T1562-impair-defenses`, `mitre_T1059`. */
const TECHNIQUE = /^(?:mitre_)?(t\d{4})(?:[._](\d{3}))?(?:[-_\s]\D.*)?$/i;
/** `TA0011`, `TA0005-defense-evasion`. */
const TACTIC_ID = /^(?:mitre_)?ta\d{4}(?:[-_\s].*)?$/i;
/** `mitre_credential_access`. */
const TACTIC_NAME = /^mitre_(.+)$/i;
const MATURITY = /^maturity_(\w+)$/i;

const STATUSES = new Map<string, DetectionStatus>([
  ['stable', 'production'],
  ['incubating', 'test'],
  ['sandbox', 'experimental'],
  ['deprecated', 'deprecated'],
]);

/**
 * Sorts the tags of a rule. Names of techniques without an id, and everything of other frameworks, are plain tags.
 *
 * @see https://falco.org/docs/concepts/rules/style-guide/
 */
export function falcoAttack(tags: readonly FalcoTag[]): FalcoTags {
  const read: FalcoTags = { status: 'unknown', mappings: [], tactics: [], unrecognised: [], tags: [] };
  for (const { written, pointer } of tags) {
    const technique = TECHNIQUE.exec(written);
    const maturity = STATUSES.get(MATURITY.exec(written)?.[1]?.toLowerCase() ?? '');
    const tactic = TACTIC_NAME.exec(written)?.[1];
    if (technique) {
      const [, number = '', sub] = technique;
      const id = number.toUpperCase() + (sub === undefined ? '' : `.${sub}`);
      read.mappings.push({ written, id, provenance: 'declared', pointer });
    } else if (TACTIC_ID.test(written)) read.tactics.push({ written, pointer });
    else if (maturity !== undefined) read.status = maturity;
    else if (tactic === undefined) read.tags.push(written);
    else if (tacticShortname(tactic) === undefined) read.unrecognised.push({ written, pointer });
    else read.tactics.push({ written, pointer });
  }
  return read;
}
