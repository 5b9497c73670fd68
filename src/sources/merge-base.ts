import { tryGit } from './git.ts';
import { resolveCommit, type Commit } from './ref.ts';

/** The newest commit two commits both come from; undefined where their histories share none. */
export async function mergeBase(gitDir: string, one: Commit, other: Commit): Promise<Commit | undefined> {
  if (one.id === other.id) return one;
  const answer = await tryGit(['merge-base', one.id, other.id], { gitDir });
  const id = answer?.toString().trim();
  const known = [one, other].find((commit) => commit.id === id);
  return known ?? (id ? await resolveCommit(gitDir, id) : undefined);
}
