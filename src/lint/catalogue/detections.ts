import type { LintRule } from '../rule.ts';

/** What can be wrong with a rule; sorted by id. */
export const DETECTION_RULES: readonly LintRule[] = [
  {
    id: 'detection/unknown-atomic',
    severity: 'note',
    summary: 'A rule names an atomic test that is not in the catalogue that was read.',
    remedy: 'Correct the GUID, or update the catalogue.',
  },
  {
    id: 'elastic/invalid-value',
    severity: 'warning',
    summary: 'A field of an Elastic rule has a value the format does not know; it reads as not stated.',
    remedy: 'Correct the value.',
  },
  {
    id: 'falco/duplicate-rule',
    severity: 'warning',
    summary:
      'A Falco file has two complete rules of one name; Falco runs the last one alone, and so only that one is read.',
    remedy: 'Rename one of them, or change the first with `override`.',
  },
  {
    id: 'falco/invalid-value',
    severity: 'warning',
    summary: 'The priority of a Falco rule is none of the eight Falco knows; it reads as not stated.',
    remedy: 'Correct `priority`.',
  },
  {
    id: 'falco/missing-condition',
    severity: 'warning',
    summary: 'A Falco rule has no condition and is not read.',
    remedy: 'Add `condition`, or `override` when an earlier rule is meant to change.',
  },
  {
    id: 'falco/unknown-rule',
    severity: 'note',
    summary:
      'A Falco file changes a rule that does not stand before it in the same file; the change is not read.',
    remedy: 'Nothing, when the rule is kept in another file; otherwise correct the name.',
  },
  {
    id: 'panther/invalid-value',
    severity: 'warning',
    summary: 'The severity of a Panther detection is none Panther knows; it reads as not stated.',
    remedy: 'Correct `Severity`.',
  },
  {
    id: 'plain/invalid-field',
    severity: 'warning',
    summary:
      'A field of a detection in no format of its own has a value of the wrong form; it reads as not stated.',
    remedy: 'Write what the finding says is expected, or take the field out.',
  },
  {
    id: 'robustness/unknown-detection',
    severity: 'warning',
    summary: 'The config judges the robustness of a detection that is in none of the sources.',
    remedy: 'Correct the key or the id, or take the entry out.',
  },
  {
    id: 'sentinel/invalid-value',
    severity: 'warning',
    summary: 'A field of a Sentinel rule has a value the product does not know; it reads as not stated.',
    remedy: 'Correct the value.',
  },
  {
    id: 'sigma/invalid-value',
    severity: 'warning',
    summary: 'A field of a Sigma rule has a value the specification does not know; it reads as not stated.',
    remedy: 'Correct the value.',
  },
  {
    id: 'sigma/missing-condition',
    severity: 'warning',
    summary: 'The detection of a Sigma rule has no condition.',
    remedy: 'Add a `condition` that says which selections must match.',
  },
  {
    id: 'sigma/missing-detection',
    severity: 'error',
    summary: 'A document has a log source and no detection: it is no complete Sigma rule and is not read.',
    remedy: 'Add `detection`, or check the spelling of the key.',
  },
  {
    id: 'sigma/missing-title',
    severity: 'warning',
    summary: 'A Sigma rule has no title and is shown under the name of its file.',
    remedy: 'Add a `title` of one line.',
  },
  {
    id: 'sigma/not-a-rule',
    severity: 'note',
    summary: 'A document among Sigma rules is neither a rule nor a correlation nor a filter; it is not read.',
    remedy: 'Give it `logsource` and `detection`, or move it to another file.',
  },
  {
    id: 'sigma/test-not-found',
    severity: 'note',
    summary:
      'A Sigma rule names regression data that is not among the files of its source; it does not count as tested.',
    remedy: 'Include the folder of the regression data in the source.',
  },
  {
    id: 'sigma/unknown-reference',
    severity: 'warning',
    summary: 'A Sigma correlation or filter names a rule that is in none of the sources.',
    remedy: 'Correct the reference, or add the source that holds the rule.',
  },
  {
    id: 'splunk/invalid-value',
    severity: 'warning',
    summary: 'A field of a Splunk search has a value contentctl does not know.',
    remedy: 'Correct the value.',
  },
  {
    id: 'suricata/incomplete-rule',
    severity: 'warning',
    summary: 'A Suricata rule has no closing bracket or no numeric `sid`; Suricata does not load it.',
    remedy: 'Close the options with `;)` and give the rule a `sid`.',
  },
  {
    id: 'wazuh/invalid-level',
    severity: 'warning',
    summary: 'A Wazuh rule has no level from 0 to 16; its severity reads as not stated.',
    remedy: 'Write the level as a number from 0 to 16.',
  },
  {
    id: 'yara-l/invalid-value',
    severity: 'warning',
    summary: 'A field of a YARA-L rule has a value that is not on its scale; it reads as not stated.',
    remedy: 'Correct the value.',
  },
  {
    id: 'yara-l/missing-section',
    severity: 'warning',
    summary: 'A YARA-L rule has no `events` or no `condition`; Google SecOps refuses it.',
    remedy: 'Add the section, or check its spelling.',
  },
];
