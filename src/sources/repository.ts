import { realpath } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { tryGit } from './git.ts';
import { oddGit } from './git-patience.ts';

/** A repository on disk. */
export interface Repository {
  /** Absolute path of the Git directory. */
  gitDir: string;
  /** Its history is cut off. */
  shallow: boolean;
  /** Path of the folder asked for inside the work tree, with a slash at the end; empty at the top or without a work tree. */
  prefix: string;
  /** The folder asked for is the repository itself: a bare one, or the top of a work tree. */
  top: boolean;
}

/** The repository a folder belongs to, looking upwards; undefined outside Git. */
export async function findRepository(directory: string): Promise<Repository | undefined> {
  const questions = [
    '--is-shallow-repository',
    '--is-inside-work-tree',
    '--absolute-git-dir',
    '--show-prefix',
  ];
  const answer = await tryGit(['rev-parse', ...questions], { directory });
  if (answer === undefined) return undefined;
  const [shallow, inWorkTree, gitDir = '', prefix = ''] = answer.toString().split('\n');
  if (!/^(?:true|false)$/.test(shallow ?? '') || !isAbsolute(gitDir))
    throw oddGit('rev-parse', answer.toString());
  const top =
    inWorkTree === 'true' ? prefix === '' : (await realpath(directory)) === (await realpath(gitDir));
  return { gitDir, shallow: shallow === 'true', prefix, top };
}

/** URL of `origin`, or of the only other remote; as the config has it, credentials included. */
export async function remoteUrl(gitDir: string): Promise<string | undefined> {
  const answer = await tryGit(['config', '-z', '--get-regexp', '^remote\\..*\\.url$'], { gitDir });
  const remotes = new Map<string, string>();
  for (const record of answer?.toString().split('\0') ?? []) {
    const [key = '', url] = record.split('\n');
    const name = key.slice('remote.'.length, -'.url'.length);
    if (url !== undefined && !remotes.has(name)) remotes.set(name, url);
  }
  return remotes.get('origin') ?? (remotes.size === 1 ? [...remotes.values()][0] : undefined);
}
