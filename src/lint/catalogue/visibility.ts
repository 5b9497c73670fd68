import type { LintRule } from '../rule.ts';

/** What can be wrong with what is said to be collected; sorted by id. */
export const VISIBILITY_RULES: readonly LintRule[] = [
  {
    id: 'visibility/invalid-field',
    severity: 'error',
    summary: 'A field of a collected log is missing or has a value of the wrong form.',
    remedy: 'Write what the finding says is expected.',
  },
  {
    id: 'visibility/invalid-quality',
    severity: 'warning',
    summary:
      'A data source of a DeTT&CT administration has scores that are no whole numbers from 0 to 5; its quality reads as not judged.',
    remedy: 'Correct the scores.',
  },
  {
    id: 'visibility/names-nothing',
    severity: 'error',
    summary: 'A collected log names neither a data component nor a log; it is left out.',
    remedy: 'Say what it gives in the words of ATT&CK.',
  },
  {
    id: 'visibility/nothing-collected',
    severity: 'note',
    summary:
      'No data source of a DeTT&CT administration is connected and available; the file says nothing of what is visible.',
    remedy: 'Fill it in, or exclude it.',
  },
  {
    id: 'visibility/unknown-data',
    severity: 'warning',
    summary: 'A collected log has a name the loaded ATT&CK version does not know; it shows no technique.',
    remedy: 'Name a data component or a log as ATT&CK does.',
  },
  {
    id: 'visibility/unknown-field',
    severity: 'warning',
    summary: 'A collected log has a field nobody reads.',
    remedy: 'Correct the spelling, or take the field out.',
  },
  {
    id: 'visibility/unknown-platform',
    severity: 'warning',
    summary:
      'A log is collected on a platform the loaded ATT&CK version does not have; it shows no technique there.',
    remedy: 'Write the platform as ATT&CK calls it.',
  },
];
