import type { Detection } from '../../detections/detection.ts';
import { addDays } from '../../documents/days.ts';
import { shownText } from '../../mapping/shown.ts';
import type { FileCommit } from '../../sources/source.ts';
import { atRule } from '../places.ts';
import type { LintContext, WorkspaceRule } from '../rule.ts';

/** Days from the date in a file to its commit: a pull request waits, and is merged with the date it was written. */
const TOLERANCE = 30;

/** A commit that touches more files than this formats, renames or migrates. */
const MOST_FILES = 10;

export const dateNotChanged: WorkspaceRule = {
  id: 'detection/date-not-changed',
  severity: 'note',
  summary: 'A rule was changed after the date it gives for its last change.',
  remedy: 'Set the date of the last change to the day of the change.',
  why: `How fresh a rule is follows from the date it states. Who changes a rule and leaves the date hides the change from everybody
who reads the rule without its history.

The date of the newest commit of the file is held against \`modified\` or what the format has for it, and against the date of
creation where there is none. A commit may come up to 30 days later, since pull requests wait for review. Commits that touch more
than 10 files of rules are taken for formatting and migrations, and the commit that added the file is none that changed it. Files with several
rules are left out, because Git cannot say which of them was changed. Where the history is not at hand (no Git, a shallow clone) nothing is found. Git knows nothing of
meaning, so a corrected reference is a change as well; a review of a pull request compares what both states say instead.`,
  example: {
    language: 'yaml',
    bad: `# Last commit: 2026-09-14, “Match the short form as well”
title: Encoded command
status: test
date: 2026-02-03
logsource: { product: windows, category: process_creation }
detection:
  selection: { CommandLine|contains: [' -enc ', ' -e '] }
  condition: selection`,
    good: `# Last commit: 2026-09-14, “Match the short form as well”
title: Encoded command
status: test
date: 2026-02-03
modified: 2026-09-14
logsource: { product: windows, category: process_creation }
detection:
  selection: { CommandLine|contains: [' -enc ', ' -e '] }
  condition: selection`,
  },
  check(context) {
    const sizes = commitSizes(context);
    const perFile = countBy(context.own.detections, fileOf);
    return context.own.detections.flatMap((detection) => {
      const stated = detection.modified ?? detection.created;
      if (stated === undefined || (perFile.get(fileOf(detection)) ?? 0) > 1) return [];
      const change = edits(detection).find(({ id }) => (sizes.get(id) ?? 0) <= MOST_FILES);
      const day = change?.date.slice(0, 10);
      if (change === undefined || day === undefined || day <= addDays(stated, TOLERANCE)) return [];
      return {
        message: `Unexpected date \`${stated}\`, expected ${day} or later, when the rule was last changed`,
        hint: `Commit ${change.id.slice(0, 7)}: “${shownText(change.subject)}”.`,
        ...atRule(detection, detection.modified === undefined ? 'created' : 'modified'),
      };
    });
  },
};

/** Commits that changed the file, newest first: not the one that added it. */
function edits({ history }: Detection): readonly FileCommit[] {
  if (history === undefined) return [];
  const { newest = [], commits } = history;
  return newest.length === commits ? newest.slice(0, -1) : newest;
}

/** How many files of rules each commit touches, as far as it is one of their newest. */
function commitSizes({ own }: LintContext): Map<string, number> {
  const byFile = new Map(
    own.detections.map((detection) => [fileOf(detection), detection.history?.newest ?? []]),
  );
  return countBy([...byFile.values()].flat(), ({ id }) => id);
}

function fileOf({ source, path }: Detection): string {
  return `${source}:${path}`;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
