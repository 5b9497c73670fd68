import type { PlaybookFormatId } from '../../playbooks/playbook.ts';
import { inItem } from '../places.ts';
import type { WorkspaceRule } from '../rule.ts';

/** Formats in which a team writes down that it looked at a hunt; the others know when a file was changed, at most. */
const WITH_REVIEWS: ReadonlySet<PlaybookFormatId> = new Set(['coverbook', 'hearth', 'lock']);

export const reviewOverdue: WorkspaceRule = {
  id: 'playbook/review-overdue',
  severity: 'warning',
  summary:
    'An active playbook was neither reviewed nor run within the window; it does not count as hunting any more.',
  remedy: 'Review or run it and write down the day, or retire it.',
  why: `Logs, products and adversaries change, and a query that once found something may find nothing for reasons nobody notices. So a
playbook counts for as many days as \`coverage.playbookWindow\` says after somebody last looked at it; then its techniques lose the
level *hunted*.

A review, a run and the day of creation all count as looking at it. Drafts and retired playbooks are left alone, and so are
formats that have no place for a review or a run.`,
  example: {
    language: 'markdown',
    bad: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
reviewed: 2025-02-11
---`,
    good: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
reviewed: 2026-10-06
---`,
  },
  check: ({ own }) =>
    own.playbooks
      .filter(({ status, current, format }) => status === 'active' && !current && WITH_REVIEWS.has(format))
      .map((playbook) => ({
        message: `Unexpected active playbook that does not count: ${playbook.currentNot ?? 'not current'}`,
        hint: 'Review or run it and write down the day, or set `status: retired`.',
        ...inItem(playbook, ['reviewed']),
      })),
};
