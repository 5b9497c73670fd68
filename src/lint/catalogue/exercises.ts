import type { LintRule } from '../rule.ts';

/** What can be wrong with an exercise or a run log; sorted by id. */
export const EXERCISE_RULES: readonly LintRule[] = [
  {
    id: 'exercise/invalid-field',
    severity: 'error',
    summary: 'A field of an exercise is missing or has a value of the wrong form.',
    remedy: 'Write what the finding says is expected; the Formats page has every field.',
  },
  {
    id: 'exercise/undated-result',
    severity: 'note',
    summary: 'A result in the log or export of a tool has no date; it is left out.',
    remedy: 'Write the day it is from as `2026-06-12`.',
  },
  {
    id: 'exercise/unknown-detection',
    severity: 'warning',
    summary: 'An exercise names a detection that is in none of the sources.',
    remedy: 'Correct the id, or add the source that holds the rule.',
  },
  {
    id: 'exercise/unknown-field',
    severity: 'warning',
    summary: 'An exercise has a field nobody reads.',
    remedy: 'Correct the spelling, or take the field out.',
  },
  {
    id: 'exercise/unknown-outcome',
    severity: 'warning',
    summary: 'A test case in an export has an outcome the tool does not know; it is left out.',
    remedy: 'Correct the outcome.',
  },
  {
    id: 'exercise/unmapped-result',
    severity: 'note',
    summary: 'A result in the log or export of a tool names no technique; it is left out.',
    remedy: 'Write the id of the technique that was executed.',
  },
];
