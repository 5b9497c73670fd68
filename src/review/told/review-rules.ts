import type { LintRule } from '../../lint/rule.ts';

/** What a comparison finds and one state alone cannot have; sorted by id, which is permanent. */
export const REVIEW_RULES = [
  {
    id: 'review/coverage-lost',
    severity: 'warning',
    summary: 'A technique that was covered is not covered any more.',
    remedy: 'Keep a counting rule for it, or say in the change why it may go.',
  },
  {
    id: 'review/down-to-one-rule',
    severity: 'note',
    summary: 'Of the rules that covered a technique one is left.',
    remedy: 'Look whether that rule alone is enough.',
  },
  {
    id: 'review/proof-lost',
    severity: 'warning',
    summary: 'A technique that was proven is still covered, and not proven any more.',
    remedy: 'Run the exercise again with the rules as they are now.',
  },
  {
    id: 'review/review-untouched',
    severity: 'note',
    summary: 'A playbook says something else, and the date of its review is the old one.',
    remedy: 'Have it reviewed, and write the day into `reviewed`.',
  },
] as const satisfies readonly LintRule[];

export type ReviewRuleId = (typeof REVIEW_RULES)[number]['id'];
