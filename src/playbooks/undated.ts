import type { PlaybookDraft } from './playbook.ts';

/** States no date it can be current by (see `currency`): only the log can say how fresh it is. */
export function isUndated({ created, reviewed, runs }: PlaybookDraft): boolean {
  return created === undefined && reviewed === undefined && runs.length === 0;
}
