import type { Detection } from '../detections/detection.ts';
import { detectionPath, exercisePath, playbookPath } from '../output/paths.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Path of each file of a source → the pages of what was read from it. */
export function pagesOfFiles(
  { detections, playbooks, exercises }: Workspace,
  source: string,
): Map<string, { title: string; path: string }[]> {
  const pages = new Map<string, { title: string; path: string }[]>();
  const add = (item: { source: string; path: string; title: string }, path: string): void => {
    if (item.source !== source) return;
    const own = pages.get(item.path) ?? [];
    own.push({ title: item.title, path });
    pages.set(item.path, own);
  };
  for (const item of detections) add(item, detectionPath(item));
  for (const item of playbooks) add(item, playbookPath(item));
  for (const item of exercises) add(item, exercisePath(item));
  return pages;
}

/** Rules that do not count, by the reason why, most frequent first. */
export function notCountingByReason(rules: readonly Detection[]): [reason: string, rules: Detection[]][] {
  const notCounting = rules.filter(({ counts }) => !counts);
  return [...Map.groupBy(notCounting, ({ countsNot }) => countsNot ?? 'not counting')].sort(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
}
