import { shownText } from '../../mapping/shown.ts';
import { isMarkdown, onLine } from '../places.ts';
import type { WorkspaceRule } from '../rule.ts';

export const emptySection: WorkspaceRule = {
  id: 'playbook/empty-section',
  severity: 'warning',
  summary:
    'A section of a playbook has nothing under its heading, or only what stands for something to come.',
  remedy: 'Write what belongs there, or take the heading out.',
  why: `A heading promises an answer. Who follows it while time is short and finds \`TODO\` has lost that time, and the next reader does not
know whether there was nothing to say or nobody to say it.

Comments, rules and the words templates use (\`TODO\`, \`TBD\`, \`…\`) are nothing. A heading whose sub-headings have text is not empty.
Retired playbooks are left alone, and so are hunts that are no Markdown
file: their sections come from templates.`,
  example: {
    language: 'markdown',
    bad: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
---

## Response

<!-- Whom to call, what to collect. -->

## Blind spots

TODO`,
    good: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
---

## Response

Call the owner of the host, and collect the task’s XML before it is deleted.

## Blind spots

Tasks written straight into the registry are on no list.`,
  },
  check: ({ own }) =>
    own.playbooks
      .filter((playbook) => playbook.status !== 'retired' && isMarkdown(playbook))
      .flatMap((playbook) =>
        playbook.sections
          .filter(({ empty }) => empty === true)
          .map(({ title, line }) => ({
            message: `Unexpected empty section \`${shownText(title)}\`, expected text under its heading`,
            hint: 'Write what belongs there, or take the heading out.',
            ...onLine(playbook, line),
          })),
      ),
};
