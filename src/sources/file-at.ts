import { tryGit } from './git.ts';

/**
 * The content of one file of a commit; undefined where the commit has no such file.
 *
 * @param path From the root of the repository, forward slashes.
 */
export async function readFileAt(
  gitDir: string,
  commit: string,
  path: string,
): Promise<Uint8Array | undefined> {
  return await tryGit(['cat-file', 'blob', `${commit}:${path}`], { gitDir });
}
