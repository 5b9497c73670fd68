import { openCommit } from './committed.ts';
import { refNames, resolveCommit, unknownRef } from './ref.ts';
import { findRepository, remoteUrl } from './repository.ts';
import { SourceError } from './source-error.ts';
import type { Source, SourceSpec } from './source.ts';

/** Opens a repository on disk, bare or with a work tree, in place: its committed state, never the work tree. */
export async function openRepository(spec: SourceSpec, directory: string, cacheDir: string): Promise<Source> {
  const repository = await findRepository(directory);
  if (repository?.top !== true) {
    throw new SourceError(
      'missing',
      repository === undefined
        ? `${directory} is not a Git repository`
        : `${directory} is a folder inside a Git repository, not the repository itself`,
      `Name the repository's top folder in \`git\` of the source \`${spec.name}\` and narrow it with \`include\`, or read the folder as it is with \`path\`.`,
    );
  }
  const { gitDir, shallow } = repository;
  const [commit, remote] = await Promise.all([resolveCommit(gitDir, spec.ref ?? 'HEAD'), remoteUrl(gitDir)]);
  if (commit === undefined) {
    const names = await refNames(gitDir);
    if (spec.ref !== undefined || names.length > 0) throw unknownRef(spec.ref ?? 'HEAD', directory, names);
    throw new SourceError(
      'missing',
      `The repository ${directory} has no commit yet`,
      'Commit its content first, or read the folder as it is with `path`.',
    );
  }
  return await openCommit(spec, { gitDir, commit, shallow, remote, cacheDir });
}
