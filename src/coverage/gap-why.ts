import type { Assessment } from './assessment.ts';
import type { MissingKind, TechniqueUser } from './gap.ts';
import { counted, listed } from './wording.ts';

/** Why a technique is a gap, in one sentence: who uses it, and what is missing. */
export function whyGap(
  assessment: Assessment,
  users: readonly TechniqueUser[],
  profile: string | undefined,
): string {
  const parts = assessment.missing.map((kind) => CLAUSES[kind](assessment));
  return `${whoUses(users, profile)}; ${parts.length > 1 ? listed(parts, parts.length) : parts.join('')}.`;
}

const CLAUSES: Record<MissingKind, (assessment: Assessment) => string> = {
  miss: () => 'the newest exercise missed it',
  visibility: ({ visibility }) =>
    visibility?.state === 'blind'
      ? 'none of the data it would show in is collected'
      : 'only part of the data it would show in is collected',
  rule: () => 'no rule that counts detects it',
  hunt: () => 'no current playbook hunts for it',
  test: () => 'no test shows that a rule fires',
  proof: () => 'no exercise in the window saw it',
  robustness: ({ robustness }) =>
    `its best rule falls with one changed ${RUNG_NOUNS[robustness.best ?? 'hash']}`,
  freshness: () => 'nothing that speaks for it was touched within its window',
};

const RUNG_NOUNS = {
  hash: 'hash',
  ip: 'IP address',
  domain: 'domain name',
  artefact: 'artefact',
  tool: 'tool',
  behaviour: 'behaviour',
} as const;

/**
 * Who uses a technique, as a clause: `FIN7 and Akira use it`.
 *
 * @param profile Title of the profile; undefined where all groups stand in for one.
 */
export function whoUses(users: readonly TechniqueUser[], profile: string | undefined): string {
  const names = users.map(({ name }) => name);
  if (profile === undefined)
    return `${counted(names.length, 'group')} ${names.length === 1 ? 'uses' : 'use'} it`;
  if (names.length === 0) return `The profile “${profile}” names it`;
  return `${listed(names)} ${names.length === 1 ? 'uses' : 'use'} it`;
}
