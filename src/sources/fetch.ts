import { setTimeout } from 'node:timers/promises';
import { git, GitError, tryGit, type GitTransport } from './git.ts';
import { shortNames } from './ref.ts';

/** Tries while another run fetches into the same clone; each holds Git's locks for a moment only. */
const ATTEMPTS = 6;

export async function makeBareRepository(folder: string): Promise<void> {
  await git(['init', '--quiet', '--bare', '--template=', '--', folder]);
}

/** Fetches refs from a URL or bundle into a bare repository. Nothing of the URL is written to its config. */
export async function fetchInto(
  gitDir: string,
  from: string,
  refspecs: readonly string[],
  flags: readonly string[] = [],
  transport: GitTransport = 'remote',
): Promise<void> {
  const fixed = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'];
  for (let attempt = 1; ; attempt += 1) {
    try {
      await git(['fetch', ...fixed, ...flags, '--', from, ...refspecs], { gitDir, transport });
      return;
    } catch (error) {
      if (!(error instanceof GitError) || attempt === ATTEMPTS || !isLocked(error)) throw error;
      await setTimeout(100 * 2 ** attempt);
    }
  }
}

/** Another process holds a lock of the repository, or moved a ref in the middle of the fetch. */
function isLocked({ stderr }: GitError): boolean {
  return /cannot lock ref|\.lock'?: file exists|shallow file has changed|incorrect old value/i.test(stderr);
}

/** The remote was reached and has no such ref or commit, or will not hand it out. */
export function isMissingRef({ stderr }: GitError): boolean {
  return /couldn't find remote ref|not our ref|unadvertised object|invalid refspec/i.test(stderr);
}

/** Branches and tags of a remote; undefined when it does not answer. */
export async function remoteRefNames(url: string): Promise<string[] | undefined> {
  const answer = await tryGit(['ls-remote', '--heads', '--tags', '--', url], { transport: 'remote' });
  return answer === undefined ? undefined : shortNames(answer.toString().split(/\s/));
}
