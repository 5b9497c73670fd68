import type { LintRule } from '../rule.ts';

/** What can be wrong with a hunt; sorted by id. */
export const PLAYBOOK_RULES: readonly LintRule[] = [
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
    id: 'peak/marked-id',
    severity: 'warning',
    summary: 'A PEAK report lists a technique in code or brackets, as its template does; it does not count.',
    remedy: 'Write the id plainly.',
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
];
