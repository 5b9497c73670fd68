import type { Assessment } from '../coverage/assessment.ts';
import type { MissingKind } from '../coverage/gap.ts';
import { counted } from '../coverage/wording.ts';

const MISSING: Record<MissingKind, string> = {
  miss: 'a way to see what an exercise missed',
  visibility: 'logs it would show in',
  rule: 'a rule',
  hunt: 'a hunt',
  test: 'a test that the rule fires',
  proof: 'an exercise that proves it here',
  robustness: 'a rule that is harder to evade',
  freshness: 'a review: nothing was touched within its window',
};

/** What a technique lacks, by the assessment's own account, in words for a cell's comment. */
export function missingFor({ missing, library }: Pick<Assessment, 'missing' | 'library'>): string {
  const lacks =
    missing.length === 0
      ? 'Nothing is missing; more rules, tests or hunts would make it sturdier.'
      : `Missing: ${missing.map((kind) => MISSING[kind]).join('; ')}.`;
  const offer = library.length > 0 ? ` ${counted(library.length, 'library rule')} could be deployed.` : '';
  return lacks + offer;
}
