import { readBlobs } from './cat-file.ts';
import { pathFilter, selectFiles } from './glob.ts';
import { tryGit } from './git.ts';
import { readPastHistory } from './history.ts';
import { isoDate, type Commit } from './ref.ts';
import type { Source, SourceFile } from './source.ts';
import { parseTree } from './tree.ts';

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
  const { gitDir, folder, shallow } = repository;
  if (shallow) return 'shallow';
  const [partial, log] = await Promise.all([
    tryGit(['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$'], { gitDir }),
    tryGit(['log', '--first-parent', '--no-color', '--format=%H %ct', commit, '--'], { gitDir }),
  ]);
  if (partial !== undefined) return 'partial';
  const commits = parseCommits(log?.toString() ?? '');
  const first = commits.at(-1);
  if (first === undefined) return 'partial';

  const isOurs = pathFilter([], spec.path === undefined ? [] : ['**/node_modules/**']);
  const filesAt = async (id: string): Promise<SourceFile[]> => {
    // A folder that is not there yet holds nothing.
    const listing = await tryGit(['ls-tree', '-r', '-l', '-z', `${id}:${folder}`], { gitDir });
    return parseTree(listing?.toString() ?? '').files.filter(({ path }) => isOurs(path));
  };
  return {
    first,
    commitAt: (date) => commits.find((candidate) => candidate.date.slice(0, 10) <= date),
    async openAt({ id, date }) {
      const all = await filesAt(id);
      const { files, skipped } = selectFiles(all, spec);
      return {
        spec,
        commit: id,
        commitDate: date,
        repository,
        files,
        skipped,
        async *read(wanted) {
          const ids = wanted.map((file) => file.id);
          let index = 0;
          for await (const bytes of readBlobs(gitDir, ids)) {
            const file = wanted[index++];
            if (file !== undefined) yield { file, bytes };
          }
        },
        permalink: () => undefined,
        history: () => readPastHistory({ gitDir, commit: id, folder, paths: all.map(({ path }) => path) }),
      };
    },
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
