import type { LintRule } from './rule.ts';

/** Every check there is, sorted by id. Ids are permanent: scripts, suppressions and searches rely on them. */
export const LINT_RULES: readonly LintRule[] = [
  {
    id: 'elastic/invalid-value',
    severity: 'warning',
    summary: 'A field of an Elastic rule has a value the format does not know; it reads as not stated.',
    remedy: 'Correct the value.',
  },
  {
    id: 'exercise/invalid-field',
    severity: 'error',
    summary: 'A field of an exercise is missing or has a value of the wrong form.',
    remedy: 'Write what the finding says is expected; the Formats page has every field.',
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
    id: 'file/duplicate-key',
    severity: 'warning',
    summary: 'A key stands twice in one map of a YAML file; the last one counts.',
    remedy: 'Keep the one that is meant.',
  },
  {
    id: 'file/executable-front-matter',
    severity: 'error',
    summary: 'The front matter of a Markdown file is a program; it is never run and the file is not read.',
    remedy: 'Write the front matter as YAML.',
  },
  {
    id: 'file/lenient-syntax',
    severity: 'warning',
    summary: 'A YAML file is read that strict parsers refuse; other tools may not read it.',
    remedy: 'Indent every line of a quoted text further than its key, or write the text as a block.',
  },
  {
    id: 'file/syntax',
    severity: 'error',
    summary: 'A file is no valid YAML, TOML or front matter.',
    remedy: 'Mend the syntax at the place the finding names.',
  },
  {
    id: 'file/too-large',
    severity: 'warning',
    summary: 'A file is larger than the limit and was not read.',
    remedy: 'Exclude the file from the source, or raise `limits.fileSize` in the config.',
  },
  {
    id: 'file/unreadable',
    severity: 'error',
    summary: 'A file is not text in a known encoding.',
    remedy: 'Save it as UTF-8, or exclude it from the source.',
  },
  {
    id: 'mapping/deprecated',
    severity: 'warning',
    summary:
      'An item is mapped to a technique that ATT&CK has given up without a successor; the mapping does not count.',
    remedy: 'Map it to the active technique that describes the behaviour.',
  },
  {
    id: 'mapping/malformed',
    severity: 'error',
    summary: 'Something is written as an ATT&CK mapping and has no form ATT&CK uses.',
    remedy: 'Write a technique as `attack.t1059.001`, a tactic by its name or id.',
  },
  {
    id: 'mapping/none',
    severity: 'note',
    summary: 'An item has no ATT&CK mapping at all, and so stands on no technique page and in no layer.',
    remedy: 'Map it to the techniques it finds.',
  },
  {
    id: 'mapping/revoked',
    severity: 'warning',
    summary: 'An item is mapped to a technique id that ATT&CK has replaced; it counts for the successor.',
    remedy: 'Write the successor’s id.',
  },
  {
    id: 'mapping/tactic-mismatch',
    severity: 'note',
    summary: 'An item names a tactic that none of its techniques belongs to.',
    remedy: 'Add a technique of that tactic, or correct the tactic.',
  },
  {
    id: 'mapping/unknown',
    severity: 'error',
    summary: 'An item is mapped to a technique id the loaded ATT&CK version does not know.',
    remedy: 'Look the id up, or load a newer ATT&CK version with `attack.bundles`.',
  },
  {
    id: 'mapping/wrong-domain',
    severity: 'error',
    summary: 'An item is mapped to a technique of an ATT&CK domain that is not configured.',
    remedy: 'Add the domain to `attack.domains`, or map to a technique of a configured one.',
  },
  {
    id: 'playbook/invalid-field',
    severity: 'error',
    summary: 'A field of a playbook’s front matter is missing or has a value of the wrong form.',
    remedy: 'Write what the finding says is expected; the Formats page has every field.',
  },
  {
    id: 'playbook/mdx-syntax',
    severity: 'error',
    summary: 'The body of an `.mdx` playbook is no valid MDX and is shown as plain Markdown.',
    remedy: 'Escape `{` and `<` outside code, close every component, or name the file `.md`.',
  },
  {
    id: 'playbook/unknown-detection',
    severity: 'warning',
    summary: 'A playbook names a detection that is in none of the sources.',
    remedy: 'Correct the id, or add the source that holds the rule.',
  },
  {
    id: 'playbook/unknown-field',
    severity: 'warning',
    summary: 'The front matter of a playbook has a field nobody reads.',
    remedy: 'Correct the spelling, or take the field out.',
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
    id: 'threats/invalid-field',
    severity: 'error',
    summary: 'A field of a threat profile is missing or has a value of the wrong form.',
    remedy: 'Write what the finding says is expected; the Formats page has every field.',
  },
  {
    id: 'threats/unknown-actor',
    severity: 'warning',
    summary: 'A threat profile names an actor the loaded ATT&CK version does not know; it adds no relevance.',
    remedy: 'Write an ATT&CK id such as `G0016`, or a name or alias ATT&CK lists.',
  },
  {
    id: 'threats/unknown-field',
    severity: 'warning',
    summary: 'A threat profile has a field nobody reads.',
    remedy: 'Correct the spelling, or take the field out.',
  },
];
