import { isMarkdown, onLine } from '../places.ts';
import type { WorkspaceRule } from '../rule.ts';

export const queryWithoutLanguage: WorkspaceRule = {
  id: 'playbook/query-without-language',
  severity: 'warning',
  summary: 'A query of a playbook does not say what language it is in.',
  remedy: 'Write the language behind the fence, such as `kql`, `spl` or `esql`.',
  why: `Who runs the hunt must know where to paste the query. With a language it is highlighted, stands in a tab of its product and can be
found by it; without one it is a block of text.

A query is a fenced block under a heading that says how to run the hunt. Blocks elsewhere show output and configuration, and are left
alone; \`text\` is a language for what is none.`,
  example: {
    language: 'markdown',
    bad: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
---

## Execution

\`\`\`
index=windows EventCode=4698 | stats count by host TaskName
\`\`\``,
    good: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
---

## Execution

\`\`\`spl
index=windows EventCode=4698 | stats count by host TaskName
\`\`\``,
  },
  check: ({ own }) =>
    own.playbooks.filter(isMarkdown).flatMap((playbook) =>
      playbook.queries.flatMap(({ unnamedAt }) =>
        unnamedAt === undefined
          ? []
          : {
              message: 'Unexpected query without a language, expected one behind the fence',
              hint: 'Write `kql`, `spl`, `esql` or what it is right behind the three backticks.',
              ...onLine(playbook, unnamedAt),
            },
      ),
    ),
};
