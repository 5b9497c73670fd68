import type { LintRule } from '../rule.ts';

/** What remark-lint says of a playbook's body; sorted by id. Its own pages explain each further. */
export const PROSE_RULES: readonly LintRule[] = [
  {
    id: 'remark-lint/heading-increment',
    severity: 'note',
    summary: 'A heading of a playbook skips a level; the outline of the page has a hole there.',
    remedy: 'Give it one `#` more than the heading it stands under.',
  },
  {
    id: 'remark-lint/no-duplicate-definitions',
    severity: 'warning',
    summary: 'A playbook defines one link reference twice; the first is used wherever it is named.',
    remedy: 'Give one of them another name.',
  },
  {
    id: 'remark-lint/no-duplicate-headings-in-section',
    severity: 'note',
    summary: 'Two headings under one heading of a playbook say the same; nobody can tell their links apart.',
    remedy: 'Say in each what sets it apart.',
  },
  {
    id: 'remark-lint/no-empty-url',
    severity: 'warning',
    summary: 'A link or an image of a playbook has no address.',
    remedy: 'Write the address, or the text alone.',
  },
  {
    id: 'remark-lint/no-undefined-references',
    severity: 'warning',
    summary: 'A playbook uses a link reference that it does not define; it is shown with its brackets.',
    remedy: 'Define it at the end of the text, or escape the bracket.',
  },
  {
    id: 'remark-lint/no-unused-definitions',
    severity: 'note',
    summary: 'A playbook defines a link reference that it does not use.',
    remedy: 'Use it, or take it out.',
  },
];
