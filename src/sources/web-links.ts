import type { WebRepository } from './permalink.ts';

const COMMIT_PATHS: Record<WebRepository['host'], string> = {
  github: 'commit',
  gitlab: '-/commit',
  gitea: 'commit',
  bitbucket: 'commits',
  'bitbucket-server': 'commits',
};

/** Where a person can see a commit. */
export function commitLink({ host, url }: WebRepository, id: string): string {
  return `${url}/${COMMIT_PATHS[host]}/${id}`;
}

/**
 * Where a person can change a file on a branch. Undefined where the host takes no such address, and where the branch is
 * not known: a commit cannot be edited. GitHub knows the default branch as `HEAD`.
 *
 * @param branch As the config names the ref; a commit id is none.
 */
export function editLink(
  { host, url }: WebRepository,
  path: string,
  branch: string | undefined,
): string | undefined {
  if (branch !== undefined && /^[0-9a-f]{7,64}$|^refs\/tags\//.test(branch)) return undefined;
  const place = (ref: string): string =>
    [...ref.replace(/^refs\/heads\//, '').split('/'), ...path.split('/')]
      .map((part) => encodeURIComponent(part.toWellFormed()))
      .join('/');
  if (host === 'github') return `${url}/edit/${place(branch ?? 'HEAD')}`;
  if (host === 'gitlab' && branch !== undefined) return `${url}/-/edit/${place(branch)}`;
  return undefined;
}
