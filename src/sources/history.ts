import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheKey, dropStale, writeAtomically } from './cache.ts';
import { tryGit } from './git.ts';
import { isoDate } from './ref.ts';
import { NEWEST_COMMITS, type FileHistory } from './source.ts';

export interface HistoryScope {
  gitDir: string;
  commit: string;
  /** Folder inside the repository, without a slash at the end; empty for all of it. Paths come out relative to it. */
  folder: string;
  /** Paths that exist at the commit; the history of deleted files is left out. */
  paths: readonly string[];
}

/**
 * Commits that are the newest of some file, each once, as `[id, seconds, subject]`, and files as
 * `[path, first, last, commits, newest]`, times in seconds, `newest` places among the commits.
 */
const cacheSchema = z.object({
  version: z.literal(2),
  commits: z.array(z.tuple([z.string(), z.number(), z.string()])),
  files: z.array(z.tuple([z.string(), z.number(), z.number(), z.int(), z.array(z.int())])),
});
export type Log = z.output<typeof cacheSchema>;

/**
 * When each file was added and last changed (committer dates), by how many commits and what the newest say, from one
 * pass over the log. Renames are not followed, deletions count as commits and merges do not.
 * Cached by commit, since a commit's past never changes. Empty when the log
 * cannot be read, as in a clone without trees.
 */
export async function readHistory(scope: HistoryScope, cacheDir: string): Promise<Map<string, FileHistory>> {
  const repository = cacheKey(scope.gitDir, scope.folder);
  const name = `${repository}-${scope.commit}.json`;
  const folder = join(cacheDir, 'history');
  let log = await cachedLog(join(folder, name));
  if (log === undefined) {
    log = await readLog(scope);
    if (log === undefined) return new Map();
    // A cache that cannot be written costs time, nothing else.
    await writeAtomically(join(folder, name), JSON.stringify(log)).catch(() => undefined);
    await dropStale(folder, repository, name);
  }
  const commits = log.commits.map(([id, seconds, subject]) => ({ id, date: isoDate(seconds), subject }));
  return byPath(log, (places) => ({
    newest: places.flatMap((place) => commits[place] ?? []),
  }));
}

/** The same without the cache, which holds the present alone, and without what the commits say. */
export async function readPastHistory(scope: HistoryScope): Promise<Map<string, FileHistory>> {
  const log = await readLog(scope);
  return log ? byPath(log, () => ({})) : new Map();
}

function byPath(
  { files }: Log,
  newestOf: (places: readonly number[]) => Pick<FileHistory, 'newest'>,
): Map<string, FileHistory> {
  return new Map(
    files.map(([path, first, last, commits, newest]) => [
      path,
      { first: isoDate(first), last: isoDate(last), commits, ...newestOf(newest) },
    ]),
  );
}

async function cachedLog(file: string): Promise<Log | undefined> {
  try {
    return cacheSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

async function readLog({ gitDir, commit, folder, paths }: HistoryScope): Promise<Log | undefined> {
  // A file can have any name; a random mark keeps one from passing for a commit.
  const mark = randomBytes(8).toString('hex');
  const shape = [
    '--no-renames',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-relative',
    '--full-history',
  ];
  const within = folder === '' ? [] : [`:(top,literal)${folder}`];
  const log = await tryGit(
    ['log', ...shape, `--format=${mark}%H %ct %s`, '--name-only', '-z', commit, '--', ...within],
    { gitDir },
  );
  return log && parseLog(log.toString(), { mark, prefix: folder === '' ? '' : `${folder}/`, paths });
}

/** Longer subjects are cut: a list shows one line. */
const LONGEST_SUBJECT = 200;

/**
 * Reads the output of `git log --format=<mark>%H %ct %s --name-only -z`: for each commit `<mark><id> <seconds> <subject>\0`,
 * then, when it changes files, a line feed, the paths, each ended by a NUL, and one more NUL. Only files of `paths` are
 * kept, and only commits that are among the newest of one of them.
 */
export function parseLog(
  log: string,
  { mark, prefix, paths }: { mark: string; prefix: string; paths: readonly string[] },
): Log {
  const files = new Map<string, Log['files'][number]>();
  const wanted = new Set(paths);
  const commits: Log['commits'] = [];
  let current: Log['commits'][number] = ['', 0, ''];
  let isFirstPath = false;
  for (const record of log.split('\0')) {
    if (record.startsWith(mark)) {
      const [, id = '', seconds, subject = ''] =
        /^(\w*) (\d*) ?([^]*)$/.exec(record.slice(mark.length)) ?? [];
      current = [id, Number(seconds), subject.slice(0, LONGEST_SUBJECT).toWellFormed()];
      isFirstPath = true;
      continue;
    }
    const name = isFirstPath && record.startsWith('\n') ? record.slice(1) : record;
    isFirstPath = false;
    const path = name.slice(prefix.length);
    if (name === '' || !name.startsWith(prefix) || !wanted.has(path)) continue;
    const [, seconds] = current;
    const file = files.get(path) ?? [path, seconds, seconds, 0, []];
    files.set(path, file);
    file[1] = Math.min(file[1], seconds);
    file[2] = Math.max(file[2], seconds);
    file[3] += 1;
    if (file[4].length === NEWEST_COMMITS) continue;
    if (commits.at(-1) !== current) commits.push(current);
    file[4].push(commits.length - 1);
  }
  return {
    version: 2,
    commits,
    files: paths.map((path) => files.get(path)).filter((file) => file !== undefined),
  };
}
