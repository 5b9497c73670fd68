import type { LintRule } from '../rule.ts';

/** What can be wrong with a decision on scope; sorted by id. */
export const SCOPE_RULES: readonly LintRule[] = [
  {
    id: 'scope/contradicts',
    severity: 'warning',
    summary: 'Two decisions on one technique say different things; the first stands.',
    remedy: 'Keep one of them.',
  },
  {
    id: 'scope/invalid-field',
    severity: 'error',
    summary:
      'A field of a decision is missing or has a value of the wrong form; without techniques, state or reason nothing is decided.',
    remedy: 'Write what the finding says is expected.',
  },
  {
    id: 'scope/repeated',
    severity: 'note',
    summary:
      'A second decision on a technique says the same; its reason, owner and review date are not used.',
    remedy: 'Keep one of them.',
  },
  {
    id: 'scope/review-overdue',
    severity: 'warning',
    summary: 'The day a decision must be looked at again has passed; it stands until somebody does.',
    remedy: 'Decide again and set a new date, or take the decision out.',
  },
  {
    id: 'scope/unknown-field',
    severity: 'warning',
    summary: 'A decision has a field nobody reads.',
    remedy: 'Correct the spelling, or take the field out.',
  },
  {
    id: 'scope/unknown-platform',
    severity: 'warning',
    summary:
      'The config names a platform the loaded ATT&CK version does not have; no technique is in scope by it.',
    remedy: 'Write the platform as ATT&CK calls it.',
  },
];
