import { z } from 'zod';
import { NEWEST_COMMITS } from './source.ts';

/**
 * What a log says of every file that ever was: commits that are the newest of some file, each once, as
 * `[id, seconds, subject]`, and files as `[path, first, last, commits, newest, blob]`, times in seconds, `newest` places
 * among the commits, `blob` what the newest of them left there (zeros where it deleted the file).
 */
export const commitLogSchema = z.object({
  version: z.literal(3),
  /** The newest committer date of all commits in it, in seconds. */
  latest: z.number(),
  commits: z.array(z.tuple([z.string(), z.number(), z.string()])),
  files: z.array(z.tuple([z.string(), z.number(), z.number(), z.int(), z.array(z.int()), z.string()])),
});
export type CommitLog = z.output<typeof commitLogSchema>;

/** Options of `git log` for what {@link parseLog} reads; `mark` begins each commit. */
export const logShape = (mark: string): string[] => [
  '--no-renames',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--full-history',
  `--format=${mark}%H %ct %s`,
  '--raw',
  '--no-abbrev',
  '-z',
];

/** Longer subjects are cut: a list shows one line. */
const LONGEST_SUBJECT = 200;

/**
 * Reads the output of `git log` in the {@link logShape}: for each commit `<mark><id> <seconds> <subject>\0`, then, when it
 * changes files, a line feed, for each of them `:<mode> <mode> <blob> <blob> <letter>\0<path>\0`, and one more NUL.
 *
 * @param prefix Folder with a slash at the end, or empty: other files are left out, and paths come relative to it.
 * @returns The log, and the oldest committer date in it, in seconds; Infinity where there is no commit.
 */
export function parseLog(
  output: string,
  { mark, prefix }: { mark: string; prefix: string },
): { log: CommitLog; earliest: number } {
  const files = new Map<string, CommitLog['files'][number]>();
  const commits: CommitLog['commits'] = [];
  let current: CommitLog['commits'][number] = ['', 0, ''];
  let [earliest, latest] = [Infinity, 0];
  let blob: string | undefined;
  for (const record of output.split('\0')) {
    if (blob !== undefined) {
      if (record.startsWith(prefix)) note(record.slice(prefix.length), blob);
      blob = undefined;
    } else if (record.startsWith(mark)) {
      const [, id = '', seconds, subject = ''] = /^(\w*) (\d*) ?([^]*)/.exec(record.slice(mark.length)) ?? [];
      current = [id, Number(seconds), subject.slice(0, LONGEST_SUBJECT).toWellFormed()];
      earliest = Math.min(earliest, current[1]);
      latest = Math.max(latest, current[1]);
    } else {
      blob = /^\n?:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) \w/.exec(record)?.[1];
    }
  }
  return { log: { version: 3, latest, commits, files: [...files.values()] }, earliest };

  function note(path: string, left: string): void {
    const seconds = current[1];
    const file = files.get(path) ?? [path, seconds, seconds, 0, [], left];
    files.set(path, file);
    file[1] = Math.min(file[1], seconds);
    file[2] = Math.max(file[2], seconds);
    file[3] += 1;
    if (file[4].length === NEWEST_COMMITS) return;
    if (commits.at(-1) !== current) commits.push(current);
    file[4].push(commits.length - 1);
  }
}

/** The log of both, where all commits of `newer` are later than all of `older`, which are their ancestors. */
export function joinLogs(newer: CommitLog, older: CommitLog): CommitLog {
  const files = new Map(newer.files.map((file) => [file[0], file]));
  const shift = newer.commits.length;
  for (const [path, first, last, commits, newest, blob] of older.files) {
    const shifted = newest.map((place) => place + shift);
    const own = files.get(path);
    files.set(
      path,
      own
        ? [
            path,
            Math.min(own[1], first),
            Math.max(own[2], last),
            own[3] + commits,
            [...own[4], ...shifted],
            own[5],
          ]
        : [path, first, last, commits, shifted, blob],
    );
  }
  return withoutUnused({
    version: 3,
    latest: Math.max(newer.latest, older.latest),
    commits: [...newer.commits, ...older.commits],
    files: [...files.values()].map((file) => withNewest(file, file[4].slice(0, NEWEST_COMMITS))),
  });
}

/** Commits that are no longer among the newest of any file go. */
function withoutUnused(log: CommitLog): CommitLog {
  const used = new Set(log.files.flatMap((file) => file[4]));
  const places = new Map([...used].sort((a, b) => a - b).map((place, now) => [place, now]));
  return {
    ...log,
    commits: log.commits.filter((_, place) => used.has(place)),
    files: log.files.map((file) =>
      withNewest(
        file,
        file[4].map((place) => places.get(place) ?? 0),
      ),
    ),
  };
}

function withNewest(
  [path, first, last, commits, , blob]: CommitLog['files'][number],
  newest: number[],
): CommitLog['files'][number] {
  return [path, first, last, commits, newest, blob];
}
