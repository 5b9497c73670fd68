import { dirname } from 'node:path/posix';
import { pathFilter } from '../sources/glob.ts';
import type { SourceSpec } from '../sources/source.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where a new file goes. */
export interface Place {
  source: SourceSpec & { path: string };
  /** Inside the source, forward slashes, without a slash at the end; empty for its top. */
  folder: string;
}

/** What is written, by the list of the workspace that holds its like. */
export type DraftKind = 'playbooks' | 'detections' | 'exercises';

interface KeptItem {
  source: string;
  path: string;
  format: string;
  logSources?: readonly string[];
}

/**
 * The folder of a deployed folder source where most items of the kind and format are kept; where there are none, a folder
 * of the kind's name. Always one the source's globs would read a file of this name from.
 *
 * @param options.format Of the file: items of another format are kept apart.
 * @param options.logSource What the file reads, as rules name it: those that read the same are the nearest of its like.
 * @returns Undefined where no source of the team's would read it.
 */
export function placeFor(
  workspace: Workspace,
  kind: DraftKind,
  { format, name, logSource }: { format: string; name: string; logSource?: string | undefined },
): Place | undefined {
  for (const { spec } of workspace.sources) {
    const { path, role, include, exclude } = spec;
    if (path === undefined || role !== 'deployed') continue;
    const isRead = pathFilter(include, exclude);
    const items: readonly KeptItem[] = workspace[kind];
    const kept = items.filter((item) => item.source === spec.name && item.format === format);
    const folders = Map.groupBy(kept, (item) => dirname(item.path).replace(/^\.$/, ''));
    const near = (of: readonly KeptItem[]): number =>
      of.filter(({ logSources }) => logSource !== undefined && logSources?.includes(logSource)).length;
    const byCount = [...folders].sort(
      ([a, one], [b, other]) => near(other) - near(one) || other.length - one.length || (a < b ? -1 : 1),
    );
    const folder = [...byCount.map(([used]) => used), kind, ...include.map(fixedPart)].find((candidate) =>
      isRead(pathIn(candidate, name)),
    );
    if (folder !== undefined) return { source: { ...spec, path }, folder };
  }
  return undefined;
}

/** A file of a folder, as a path inside the source. */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** `rules/**` → `rules` */
function fixedPart(glob: string): string {
  return /^[^*?[\]{}()!]*(?=\/|$)/.exec(glob)?.[0].replace(/\/$/, '') ?? '';
}
