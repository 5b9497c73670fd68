import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ignoredFiles } from '../../sources/ignored.ts';
import { openSource } from '../../sources/open.ts';
import type { Commit } from '../../sources/ref.ts';
import { SourceError } from '../../sources/source-error.ts';
import type { Source, SourceSpec } from '../../sources/source.ts';
import { openStateAt } from '../../sources/state-at.ts';
import { pathInRepository, type ReviewedRepository } from './repository.ts';

export interface OpenSideOptions {
  repository: ReviewedRepository;
  /** The state to read; the working tree without one. */
  commit?: Commit;
  cacheDir: string;
  onProgress?: ((text: string) => void) | undefined;
  onWarning?: ((text: string) => void) | undefined;
}

/** A source of a side. */
export interface OpenedSource {
  source: Source;
  /** Its folder from the top of the reviewed repository; absent for one that stands still. */
  folder?: string;
  /** Why it stands still, where somebody may expect otherwise: one sentence. */
  note?: string;
}

/**
 * Opens a source of one side: a folder of the reviewed repository in the state of that side, everything else as it
 * is now. What Git ignores is left out of the working tree: no commit can bring it.
 *
 * @throws SourceError when it cannot be opened.
 */
export async function openSideSource(spec: SourceSpec, options: OpenSideOptions): Promise<OpenedSource> {
  const { repository, commit, cacheDir, onProgress, onWarning } = options;
  const { path } = spec;
  const folder = path === undefined ? undefined : pathInRepository(repository, path);
  const other = path === undefined ? 'git' : otherRepository(repository, folder);
  if (path === undefined || folder === undefined || other !== undefined) {
    const source = await openSource(spec, {
      cacheDir,
      fullHistory: spec.role === 'deployed',
      onProgress,
      onWarning,
    });
    return other === undefined || other === 'git' ? { source } : { source, note: standsStill(spec, other) };
  }
  if (commit) {
    const { gitDir, shallow, web } = repository;
    const prefix = folder === '' ? '' : `${folder}/`;
    const source = await openStateAt(
      spec,
      { gitDir, folder, shallow },
      commit,
      web && { repository: web, prefix },
    );
    return { source, folder };
  }
  const source = await openSource(spec, { cacheDir, fullHistory: false, onProgress, onWarning });
  const isIgnored = await ignoredFiles(path);
  return { source: { ...source, files: source.files.filter((file) => !isIgnored(file.path)) }, folder };
}

/** Whether a folder is not the reviewed repository's: it lies outside, or in a repository that lies in it. */
function otherRepository(
  { top }: ReviewedRepository,
  folder: string | undefined,
): 'outside' | 'submodule' | undefined {
  if (folder === undefined) return 'outside';
  // A submodule has a file there, a clone a folder.
  const parts = folder.split('/').filter(Boolean);
  const isOther = parts.some((_, index) => existsSync(join(top, ...parts.slice(0, index + 1), '.git')));
  return isOther ? 'submodule' : undefined;
}

function standsStill({ name }: SourceSpec, why: 'outside' | 'submodule'): string {
  const where =
    why === 'outside'
      ? 'lies outside of the repository that holds the config'
      : 'is a repository of its own (a submodule)';
  return `The source “${name}” ${where}: it is the same on both sides.`;
}

/** Said where a folder the head's config names is in no commit of it. */
export function assertThere({ source, folder }: OpenedSource, commit: Commit): void {
  if (folder === undefined || source.files.length + source.skipped.length > 0) return;
  if ((source.links?.length ?? 0) + (source.unreadable?.length ?? 0) > 0) return;
  throw new SourceError(
    'missing',
    `The commit ${commit.id.slice(0, 10)} holds no file of the source \`${source.spec.name}\` (${folder || '.'})`,
    `Correct \`path\`, \`include\` or \`exclude\` of the source; \`path\` is relative to the config file.`,
  );
}

/**
 * A file whose content is missing would pass for one that was deleted, or never there.
 *
 * @throws SourceError for a state the repository holds only in part.
 */
export function assertWhole({ source, folder }: OpenedSource, commit: Commit): void {
  if (folder === undefined || (source.unreadable ?? []).length === 0) return;
  throw new SourceError(
    'unreadable',
    `The clone does not hold all files of the source \`${source.spec.name}\` at the commit ${commit.id.slice(0, 10)}: it is a partial clone, or damaged`,
    'Fetch what it lacks: `git fetch --refetch --no-filter`; in CI, check out without `filter`. Otherwise run `git fsck`.',
  );
}
