import { relative, resolve } from 'node:path';
import { join } from 'node:path/posix';
import { webRepository, type WebRepository } from '../../sources/permalink.ts';
import { findRepository, remoteUrl } from '../../sources/repository.ts';
import { SourceError } from '../../sources/source-error.ts';

/** The repository that holds the config: whose states are compared. */
export interface ReviewedRepository {
  /** Absolute path of the Git directory. */
  gitDir: string;
  /** Its history is cut off. */
  shallow: boolean;
  /** Absolute path of its top, as the config's own path leads there. */
  top: string;
  web?: WebRepository;
}

/**
 * The repository a config lies in.
 *
 * @param folder Absolute path of the config's folder.
 * @throws SourceError when it lies in none.
 */
export async function reviewedRepository(folder: string): Promise<ReviewedRepository> {
  const repository = await findRepository(folder);
  if (repository === undefined) {
    throw new SourceError(
      'missing',
      `${folder} is in no Git repository: there is no earlier state to compare with`,
      'A review compares two states of the repository that holds the config. Run `git init` and commit, or name the config of a repository with --config.',
    );
  }
  const { gitDir, shallow, prefix } = repository;
  const remote = await remoteUrl(gitDir);
  const web = remote === undefined ? undefined : webRepository(remote);
  const depth = prefix.split('/').filter(Boolean).length;
  return { gitDir, shallow, top: resolve(folder, '../'.repeat(depth) || '.'), ...(web && { web }) };
}

/** Path of a file or folder from the top of the repository, forward slashes, empty for the top; undefined outside. */
export function pathInRepository({ top }: Pick<ReviewedRepository, 'top'>, path: string): string | undefined {
  const way = relative(top, path).replaceAll('\\', '/');
  const isOutside = way === '..' || way.startsWith('../') || /^(?:[a-z]:)?\//i.test(way);
  return isOutside ? undefined : join(way, '.') === '.' ? '' : way;
}
