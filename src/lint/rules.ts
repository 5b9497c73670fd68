import type { LintRule } from './rule.ts';

/** Every check there is, sorted by id. Ids are permanent: scripts, suppressions and searches rely on them. */
export const LINT_RULES: readonly LintRule[] = [
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
    id: 'hearth/invalid-value',
    severity: 'warning',
    summary: 'A field of a HEARTH hunt has a value the format does not know.',
    remedy: 'Correct the value.',
  },
  {
    id: 'hearth/technique-in-tactics',
    severity: 'note',
    summary: 'A HEARTH hunt names a technique among its tactics; it does not count there.',
    remedy: 'Move it to `techniques` when the hunt looks for it.',
  },
  {
    id: 'lock/invalid-status',
    severity: 'warning',
    summary: 'The status of a hunt in the LOCK pattern is none the format knows; the hunt counts as a draft.',
    remedy: 'Write `planning`, `in-progress` or `completed`.',
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
    id: 'navigator/invalid-score',
    severity: 'warning',
    summary: 'A layer named as a threat profile has a score that is no number; the technique has no weight.',
    remedy: 'Write the number without quotes.',
  },
  {
    id: 'navigator/other-version',
    severity: 'note',
    summary:
      'A layer named as a threat profile is made for another ATT&CK version than the one that is loaded.',
    remedy: 'Look it over in the Navigator and save it for the loaded version.',
  },
  {
    id: 'navigator/wrong-domain',
    severity: 'warning',
    summary: 'A layer named as a threat profile is made for an ATT&CK domain that is not configured.',
    remedy: 'Add the domain to `attack.domains` in the config, or take the layer out.',
  },
  {
    id: 'otrf/invalid-subtechnique',
    severity: 'warning',
    summary:
      'The sub-technique of an OTRF hunt has no form ATT&CK uses; the hunt counts for the technique alone.',
    remedy: 'Write the three digits after the point in quotes, such as `"001"`.',
  },
  {
    id: 'otrf/no-hunt',
    severity: 'note',
    summary: 'A notebook of the ThreatHunter-Playbook has no hunt beside it; its analytics are not shown.',
    remedy: 'Add the `metadata.yaml` that describes the hunt to the same directory.',
  },
  {
    id: 'panther/invalid-value',
    severity: 'warning',
    summary: 'The severity of a Panther detection is none Panther knows; it reads as not stated.',
    remedy: 'Correct `Severity`.',
  },
  {
    id: 'peak/marked-id',
    severity: 'warning',
    summary: 'A PEAK report lists a technique in code or brackets, as its template does; it does not count.',
    remedy: 'Write the id plainly.',
  },
  {
    id: 'plain/invalid-field',
    severity: 'warning',
    summary:
      'A field of a detection in no format of its own has a value of the wrong form; it reads as not stated.',
    remedy: 'Write what the finding says is expected, or take the field out.',
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
    id: 'playbook/unknown-actor',
    severity: 'warning',
    summary:
      'A playbook names an actor the loaded ATT&CK version does not know; it stands on no actor’s page.',
    remedy: 'Write an ATT&CK id such as `G0016`, or a name or alias ATT&CK lists.',
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
    id: 'robustness/unknown-detection',
    severity: 'warning',
    summary: 'The config judges the robustness of a detection that is in none of the sources.',
    remedy: 'Correct the key or the id, or take the entry out.',
  },
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
    id: 'stix/broken-relationship',
    severity: 'warning',
    summary: 'A relationship of a STIX bundle refers to an object that is not in it; it says nothing.',
    remedy: 'Export the bundle with the objects it refers to.',
  },
  {
    id: 'stix/unmapped-technique',
    severity: 'warning',
    summary: 'An attack pattern of a STIX bundle has no ATT&CK reference; its use counts for nothing.',
    remedy: 'Add an external reference of source `mitre-attack` with the id of the technique.',
  },
  {
    id: 'stix/unused-technique',
    severity: 'note',
    summary:
      'An attack pattern of a STIX bundle is neither used by an actor nor named in a report; it adds no relevance.',
    remedy: 'Relate an actor to it with `uses`, or name it in a report.',
  },
  {
    id: 'suricata/incomplete-rule',
    severity: 'warning',
    summary: 'A Suricata rule has no closing bracket or no numeric `sid`; Suricata does not load it.',
    remedy: 'Close the options with `;)` and give the rule a `sid`.',
  },
  {
    id: 'threats/empty-profile',
    severity: 'warning',
    summary:
      'A threat profile names no actor, no procedure and no weighted technique; nothing is relevant by it.',
    remedy: 'Name an actor, or take the profile out of the config.',
  },
  {
    id: 'threats/idle-actor',
    severity: 'warning',
    summary: 'An actor that ATT&CK does not know has no procedures in its profile; it adds no relevance.',
    remedy: 'Give a procedure for each technique it uses, or write the name ATT&CK has for it.',
  },
  {
    id: 'threats/invalid-field',
    severity: 'error',
    summary: 'A field of a threat profile is missing or has a value of the wrong form.',
    remedy: 'Write what the finding says is expected; the Formats page has every field.',
  },
  {
    id: 'threats/known-actor',
    severity: 'note',
    summary:
      'An actor is declared as the profile’s own and ATT&CK knows it; what ATT&CK says of it counts as well.',
    remedy: 'Take `own` out, or give the actor another name.',
  },
  {
    id: 'threats/near-actor',
    severity: 'warning',
    summary:
      'A procedure names an actor ATT&CK does not know by a name much like one it knows; it is read as the profile’s own.',
    remedy: 'Correct the name, or list it under `actors` with `own: true`.',
  },
  {
    id: 'threats/no-profile',
    severity: 'error',
    summary:
      'A glob under `threats` in the config matches no threat profile; without any, all groups of ATT&CK decide relevance.',
    remedy: 'Correct the path, which is relative to the config, or add its folder to the sources.',
  },
  {
    id: 'threats/second-default',
    severity: 'warning',
    summary: 'More than one threat profile says `default: true`; the first the config names is the default.',
    remedy: 'Take `default` out of all but one.',
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
