import { tryGit } from './git.ts';
import { resolveCommit, type Commit } from './ref.ts';

/** The newest commit two commits both come from; undefined where their histories share none. */
export async function mergeBase(gitDir: string, one: string, other: string): Promise<Commit | undefined> {
  const answer = await tryGit(['merge-base', one, other], { gitDir });
  const id = answer?.toString().trim();
  return id ? await resolveCommit(gitDir, id) : undefined;
}
