import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheKey, dropStale, writeAtomically } from './cache.ts';
import { commitLogSchema, joinLogs, logShape, parseLog, type CommitLog } from './commit-log.ts';
import { tryGit } from './git.ts';
import { isoDate } from './ref.ts';
import type { FileHistory } from './source.ts';

export interface HistoryScope {
  gitDir: string;
  commit: string;
  /** Folder inside the repository, without a slash at the end; empty for all of it. Paths come out relative to it. */
  folder: string;
  /** Paths that exist at the commit; the history of deleted files is left out. */
  paths: readonly string[];
}

/**
 * When each file was added and last changed (committer dates), by how many commits and what the newest say, from one
 * pass over the log. Renames are not followed, deletions count as commits and merges do not.
 * Cached by commit, since a commit's past never changes; of a commit that came after a cached one, only what is new is
 * read. Empty when the log cannot be read, as in a clone without trees.
 */
export async function readHistory(scope: HistoryScope, cacheDir: string): Promise<Map<string, FileHistory>> {
  const repository = cacheKey(scope.gitDir, scope.folder);
  const name = `${repository}-${scope.commit}.json`;
  const folder = join(cacheDir, 'history');
  let log = await cachedLog(join(folder, name));
  if (log === undefined) {
    log = (await extendedLog(scope, folder, repository)) ?? (await readLog(scope))?.log;
    if (log === undefined) return new Map();
    // A cache that cannot be written costs time, nothing else.
    await writeAtomically(join(folder, name), JSON.stringify(log)).catch(() => undefined);
    await dropStale(folder, repository, name);
  }
  const commits = log.commits.map(([id, seconds, subject]) => ({ id, date: isoDate(seconds), subject }));
  return byPath(log, scope.paths, ([, , , , places, blob]) => ({
    newest: places.flatMap((place) => commits[place] ?? []),
    blob,
  }));
}

/** The same without the cache, which holds the present alone, and without what the commits say. */
export async function readPastHistory(scope: HistoryScope): Promise<Map<string, FileHistory>> {
  const read = await readLog(scope);
  return read ? byPath(read.log, scope.paths, () => ({})) : new Map();
}

function byPath(
  { files }: CommitLog,
  paths: readonly string[],
  more: (file: CommitLog['files'][number]) => Pick<FileHistory, 'newest' | 'blob'>,
): Map<string, FileHistory> {
  const known = new Map(files.map((file) => [file[0], file]));
  return new Map(
    paths.flatMap((path) => {
      const file = known.get(path);
      if (!file) return [];
      const [, first, last, commits] = file;
      return [[path, { first: isoDate(first), last: isoDate(last), commits, ...more(file) }]];
    }),
  );
}

async function cachedLog(file: string): Promise<CommitLog | undefined> {
  try {
    return commitLogSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** How many cached logs of the same repository are tried: usually the last run's is the one. */
const MOST_TRIED = 3;

/**
 * A cached log and what came after it. Only where every new commit is later than all that were there: Git lists
 * commits by their date, and otherwise some of the new would stand among the old.
 */
async function extendedLog(
  scope: HistoryScope,
  folder: string,
  repository: string,
): Promise<CommitLog | undefined> {
  const names = await readdir(folder).catch(() => []);
  const commits = names.flatMap((name) => {
    const [, of, commit] = /^([0-9a-f]+)-([0-9a-f]{40,64})\.json$/.exec(name) ?? [];
    return of === repository && commit !== undefined ? [commit] : [];
  });
  for (const commit of commits.slice(0, MOST_TRIED)) {
    const ancestor = ['merge-base', '--is-ancestor', commit, scope.commit];
    if ((await tryGit(ancestor, { gitDir: scope.gitDir })) === undefined) continue;
    const older = await cachedLog(join(folder, `${repository}-${commit}.json`));
    const newer = older && (await readLog(scope, commit));
    if (newer && newer.earliest > older.latest) return joinLogs(newer.log, older);
  }
  return undefined;
}

/** @param after Leaves out this commit and its ancestors. */
async function readLog(
  { gitDir, commit, folder }: HistoryScope,
  after?: string,
): Promise<ReturnType<typeof parseLog> | undefined> {
  // A file can have any name; a random mark keeps one from passing for a commit.
  const mark = randomBytes(8).toString('hex');
  const within = folder === '' ? [] : [`:(top,literal)${folder}`];
  const range = after === undefined ? [commit] : [commit, `^${after}`];
  const log = await tryGit(['log', ...logShape(mark), ...range, '--', ...within], { gitDir });
  return log && parseLog(log.toString(), { mark, prefix: folder === '' ? '' : `${folder}/` });
}
