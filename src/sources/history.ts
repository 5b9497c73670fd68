import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheKey, dropStale, writeAtomically } from './cache.ts';
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

/** `[path, first, last, commits]`, times in seconds. */
const cacheSchema = z.array(z.tuple([z.string(), z.number(), z.number(), z.int()]));
type Row = z.output<typeof cacheSchema>[number];

/**
 * When each file was added and last changed (committer dates) and by how many commits, from one pass over the log.
 * Renames are not followed, deletions count as commits and merges do not.
 * Cached by commit, since a commit's past never changes. Empty when the log
 * cannot be read, as in a clone without trees.
 */
export async function readHistory(scope: HistoryScope, cacheDir: string): Promise<Map<string, FileHistory>> {
  const repository = cacheKey(scope.gitDir, scope.folder);
  const name = `${repository}-${scope.commit}.json`;
  const folder = join(cacheDir, 'history');
  let rows = await cachedRows(join(folder, name));
  if (rows === undefined) {
    rows = await logRows(scope);
    if (rows === undefined) return new Map();
    // A cache that cannot be written costs time, nothing else.
    await writeAtomically(join(folder, name), JSON.stringify(rows)).catch(() => undefined);
    await dropStale(folder, repository, name);
  }
  return byPath(rows);
}

/** The same without the cache, which holds the present alone. */
export async function readPastHistory(scope: HistoryScope): Promise<Map<string, FileHistory>> {
  return byPath((await logRows(scope)) ?? []);
}

function byPath(rows: readonly Row[]): Map<string, FileHistory> {
  return new Map(
    rows.map(([path, first, last, commits]) => [
      path,
      { first: isoDate(first), last: isoDate(last), commits },
    ]),
  );
}

async function cachedRows(file: string): Promise<Row[] | undefined> {
  try {
    return cacheSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

async function logRows({ gitDir, commit, folder, paths }: HistoryScope): Promise<Row[] | undefined> {
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
    ['log', ...shape, `--format=${mark}%ct`, '--name-only', '-z', commit, '--', ...within],
    { gitDir },
  );
  if (log === undefined) return undefined;
  const rows = parseLog(log.toString(), mark, folder === '' ? '' : `${folder}/`);
  return paths.map((path) => rows.get(path)).filter((row) => row !== undefined);
}

/**
 * Reads the output of `git log --format=<mark>%ct --name-only -z`: for each commit `<mark><seconds>\0`, then, when it
 * changes files, a line feed, the paths, each ended by a NUL, and one more NUL.
 */
export function parseLog(log: string, mark: string, prefix: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  let seconds = 0;
  let isFirstPath = false;
  for (const record of log.split('\0')) {
    if (record.startsWith(mark)) {
      seconds = Number(record.slice(mark.length));
      isFirstPath = true;
      continue;
    }
    const name = isFirstPath && record.startsWith('\n') ? record.slice(1) : record;
    isFirstPath = false;
    if (name === '' || !name.startsWith(prefix)) continue;
    const path = name.slice(prefix.length);
    const row = rows.get(path);
    if (row === undefined) {
      rows.set(path, [path, seconds, seconds, 1]);
    } else {
      row[1] = Math.min(row[1], seconds);
      row[2] = Math.max(row[2], seconds);
      row[3] += 1;
    }
  }
  return rows;
}
