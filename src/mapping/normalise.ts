import { tacticShortname } from './tactic-names.ts';

/** What a tag or an id says of ATT&CK. */
export type NormalisedTag =
  /** `T1059` or `T1059.001`, whether or not such a technique exists. */
  | { kind: 'technique'; id: string }
  /** A tactic's shortname (`execution`) or its id (`TA0002`). */
  | { kind: 'tactic'; name: string }
  /** A group, campaign or piece of software: `G0016`, `C0024`, `S0002`. */
  | { kind: 'actor'; id: string }
  /** Something else: a tag of another namespace, an ATT&CK mitigation or data source. */
  | { kind: 'other' }
  /** Says it is ATT&CK and is none of the above. */
  | { kind: 'unrecognised' };

const NAMESPACE = /^(?:mitre[\s._-]*)?(?:attack|att&ck)(?:[\s._:-]+|$)/;
const TECHNIQUE = /^t(\d{4})(?:[._/](\d{3}))?$/;
const TACTIC_ID = /^ta\d{4}$/;
const ACTOR = /^[gsc]\d{4}$/;
const OTHER_OBJECT = /^(?:m\d{4}|d[sc]\d{4}|det\d{4}|an\d{4})$/;

/**
 * Reads a tag in every spelling found in public rules: upper case, blanks around it, underscores or a slash for
 * dots and hyphens, a technique id without its `attack.`. A tactic's name alone is not taken for a tactic: outside
 * the namespace it may mean anything.
 */
export function normaliseTag(written: string): NormalisedTag {
  const lower = written.trim().toLowerCase();
  const value = lower.replace(NAMESPACE, '');
  const isAttack = value !== lower;
  const technique = TECHNIQUE.exec(value);
  if (technique) {
    const [, number = '', subtechnique] = technique;
    return {
      kind: 'technique',
      id: subtechnique === undefined ? `T${number}` : `T${number}.${subtechnique}`,
    };
  }
  if (TACTIC_ID.test(value)) return { kind: 'tactic', name: value.toUpperCase() };
  if (!isAttack) return { kind: 'other' };
  if (ACTOR.test(value)) return { kind: 'actor', id: value.toUpperCase() };
  if (OTHER_OBJECT.test(value)) return { kind: 'other' };
  const tactic = /[a-z]/.test(value) ? tacticShortname(value) : undefined;
  return tactic === undefined ? { kind: 'unrecognised' } : { kind: 'tactic', name: tactic };
}
