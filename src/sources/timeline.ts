import { tryGit } from './git.ts';
import { isoDate, type Commit } from './ref.ts';
import type { Source } from './source.ts';
import { openStateAt } from './state-at.ts';

/** The states a source has been in. */
export interface Timeline {
  /** The oldest commit. */
  first: Commit;
  /** The newest commit of the line not after the end of a day (ISO date, UTC); undefined before the first. */
  commitAt(date: string): Commit | undefined;
  /** The source as it was at a commit: of its own folder, globs and size limit, read from the object database. */
  openAt(commit: Commit): Promise<Source>;
}

/** Why a source's past cannot be told. */
export type NoTimeline = 'not-in-git' | 'shallow' | 'partial';

/**
 * The past of a source along the first parents of the commit it was opened at: what the branch itself was, merge by
 * merge, never the inside of a branch that was merged. "Newest" is the last commit of that line whose committer date is
 * not too late, as with `git rev-list --first-parent --before`.
 */
export async function openTimeline(source: Source): Promise<Timeline | NoTimeline> {
  const { repository, commit, spec } = source;
  if (repository === undefined || commit === undefined) return 'not-in-git';
  const { gitDir, shallow } = repository;
  if (shallow) return 'shallow';
  const [partial, log] = await Promise.all([
    tryGit(['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$'], { gitDir }),
    tryGit(['log', '--first-parent', '--no-color', '--format=%H %ct', commit, '--'], { gitDir }),
  ]);
  if (partial !== undefined) return 'partial';
  const commits = parseCommits(log?.toString() ?? '');
  const first = commits.at(-1);
  if (first === undefined) return 'partial';

  return {
    first,
    commitAt: (date) => commits.find((candidate) => candidate.date.slice(0, 10) <= date),
    openAt: (at) => openStateAt(spec, repository, at),
  };
}

function parseCommits(log: string): Commit[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', seconds] = line.split(' ');
      return { id, date: isoDate(Number(seconds)) };
    });
}
