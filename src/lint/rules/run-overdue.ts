import { inItem } from '../places.ts';
import type { WorkspaceRule } from '../rule.ts';

export const runOverdue: WorkspaceRule = {
  id: 'playbook/run-overdue',
  severity: 'warning',
  summary: 'The day an active playbook should have been run again by its own cadence has passed.',
  remedy: 'Run it and add the run, or set a cadence the team can keep.',
  why: `A cadence is a promise. What is due and not done is on the backlog of the site; this says so where the work is planned.

The next run is due one cadence after the last one, or after the last review when there was none.`,
  example: {
    language: 'markdown',
    bad: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
reviewed: 2026-10-06
cadence: 30d
runs:
  - { date: 2026-07-15, outcome: nothing-found }
---`,
    good: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
reviewed: 2026-10-06
cadence: 30d
runs:
  - { date: 2026-07-15, outcome: nothing-found }
  - { date: 2026-11-02, outcome: nothing-found }
---`,
  },
  check: ({ own, workspace: { now } }) =>
    own.playbooks.flatMap((playbook) => {
      const { status, due } = playbook;
      if (status !== 'active' || due === undefined || due >= now) return [];
      return {
        message: `Unexpected next run due on ${due}, expected a run since then`,
        hint: 'Run it and add the run, or set a cadence the team can keep.',
        ...inItem(playbook, ['cadence']),
      };
    }),
};
