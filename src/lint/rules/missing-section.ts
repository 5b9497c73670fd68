import type { Playbook } from '../../playbooks/playbook.ts';
import { onLine } from '../places.ts';
import type { WorkspaceRule } from '../rule.ts';

/** What somebody who runs a hunt cannot do without: any of the roles, and how it is called in a message. */
const EXPECTED: readonly { roles: readonly string[]; heading: string }[] = [
  { roles: ['execution'], heading: 'Execution' },
  { roles: ['analysis'], heading: 'Analysis' },
  { roles: ['response'], heading: 'Response' },
  { roles: ['blind-spots', 'false-positives'], heading: 'Blind spots' },
];

export const missingSection: WorkspaceRule = {
  id: 'playbook/missing-section',
  severity: 'warning',
  summary:
    'A playbook has no section that says how to run it, how to read the results, what to do then, or what it does not see.',
  remedy: 'Add the section.',
  why: `A playbook is run by somebody who did not write it. Four sections carry that: **Execution** with the queries, **Analysis** on how
to tell what was looked for from what merely looks like it, **Response** for the day the hypothesis holds, and **Blind spots** (or
**False positives**), without which “nothing found” is taken for “nothing there”.

Headings are recognised in many wordings: *Hunt steps*, *Triage*, *Escalation*, *Limitations*. Only playbooks in Coverbook’s own format
are looked at, for PEAK, LOCK and the others have sections of their own; retired ones are left alone.`,
  example: {
    language: 'markdown',
    bad: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
---

## Execution

List the tasks whose action lies under \`C:\\Users\`.`,
    good: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
---

## Execution

List the tasks whose action lies under \`C:\\Users\`.

## Analysis

Updaters of browsers do this as well; their scripts are signed.

## Response

Take the task and the script into custody, then look for who made it.

## Blind spots

Tasks written straight into the registry are on no list.`,
  },
  check: ({ own }) =>
    own.playbooks
      .filter(({ format, status }) => format === 'coverbook' && status !== 'retired')
      .flatMap((playbook) => {
        const headings = missing(playbook).map((heading) => `\`${heading}\``);
        if (headings.length === 0) return [];
        return {
          message: `Unexpected playbook without ${headings.join(', ')}, expected a section for each`,
          hint: 'Add the headings and what belongs under them.',
          ...onLine(playbook, 1),
        };
      }),
};

function missing({ sections }: Playbook): string[] {
  const roles = new Set(sections.map(({ role }) => role));
  return EXPECTED.filter((expected) => !expected.roles.some((role) => roles.has(role))).map(
    ({ heading }) => heading,
  );
}
