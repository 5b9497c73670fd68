import { extname } from 'node:path/posix';
import type { FixableItem } from '../lint/fix/plan.ts';
import type { FixedFile, FixReport } from '../lint/fix/report.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Source } from '../sources/source.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { UsageError } from './usage-error.ts';

/** An item with ids that are out of date. */
interface OutdatedItem extends FixableItem {
  source: string;
  path: string;
}

/**
 * Replaces revoked ids by their successors in the files of folder sources; what Git holds is never touched.
 *
 * @throws UsageError when no source is a folder.
 */
export async function fixContent(workspace: Workspace): Promise<FixReport> {
  const folders = workspace.sources.filter(({ spec }) => spec.path !== undefined);
  if (folders.length === 0) {
    throw new UsageError(
      'There is nothing `--fix` may write: every source is read from Git.',
      'Check the repository out and name the folder with `path:`, or run it where the rules are kept.',
    );
  }
  const bySource = Map.groupBy(outdatedItems(workspace), ({ source }) => source);
  const files: FixedFile[] = [];
  for (const source of folders)
    files.push(...(await fixSource(source, bySource.get(source.spec.name) ?? [])));
  return { files };
}

/** How many ids that are out of date stand in sources that are read from Git, by source. */
export function outdatedInGit(workspace: Workspace): Map<string, number> {
  const git = new Set(
    workspace.sources.filter(({ spec }) => spec.path === undefined).map(({ spec }) => spec.name),
  );
  const counts = new Map<string, number>();
  for (const { source, mappings } of outdatedItems(workspace)) {
    const outdated = mappings.filter(isOutdated).length;
    if (git.has(source)) counts.set(source, (counts.get(source) ?? 0) + outdated);
  }
  return counts;
}

function outdatedItems({ detections, playbooks, exercises }: Workspace): OutdatedItem[] {
  const items: OutdatedItem[] = [
    ...detections,
    ...playbooks.map((playbook) => ({ ...playbook, ordinal: 0 })),
    ...exercises.map((exercise) => ({
      ...exercise,
      ordinal: 0,
      mappings: exercise.results.map(({ mapping }) => mapping),
    })),
  ];
  return items.filter(({ mappings }) => mappings.some(isOutdated));
}

function isOutdated({ provenance, state }: Mapping): boolean {
  return provenance === 'declared' && (state === 'revoked' || state === 'deprecated');
}

async function fixSource(source: Source, items: readonly OutdatedItem[]): Promise<FixedFile[]> {
  if (items.length === 0) return [];
  const { readFile } = await import('../workspace/read-file.ts');
  const { loadReader } = await import('../readers/reader.ts');
  const { readersOf } = await import('../workspace/readers.ts');
  const { fixFile, refuseAll } = await import('../lint/fix/fix-file.ts');
  const { RewriteError, rewriteFile } = await import('../output/rewrite-file.ts');
  const byPath = Map.groupBy(items, ({ path }) => path);
  const files: FixedFile[] = [];
  for await (const { file, bytes } of source.read(source.files.filter(({ path }) => byPath.has(path)))) {
    const { format } = await readFile(file.path, bytes);
    const readers = await readersOf(extname(file.path).toLowerCase());
    const reader = readers.find(({ id }) => id === format);
    if (!reader) continue;
    const outcome = fixFile(bytes, await loadReader(reader), byPath.get(file.path) ?? []);
    const place = { source: source.spec.name, path: file.path };
    try {
      if (outcome.bytes) await rewriteFile(source.spec.path ?? '', file.path, bytes, outcome.bytes);
      files.push({ ...place, fixed: outcome.fixed, refused: outcome.refused });
    } catch (error) {
      if (!(error instanceof RewriteError)) throw error;
      const refused = [...refuseAll(outcome.fixed, error.message), ...outcome.refused];
      files.push({ ...place, fixed: [], refused });
    }
  }
  return files;
}
