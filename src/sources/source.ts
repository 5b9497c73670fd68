import type { WebRepository } from './permalink.ts';

/** `deployed` counts as coverage; `library` is available, never counts, and is offered where there is a gap. */
export type SourceRole = 'deployed' | 'library';

/** One place content is read from, as the config names it, with defaults filled in. */
export interface SourceSpec {
  name: string;
  role: SourceRole;
  /** Absolute path of a folder, when the source is a folder. */
  path?: string;
  /** URL, absolute path of a repository, or absolute path of a bundle file, when the source is Git. */
  git?: string;
  /** Branch, tag or commit; the default branch when absent. */
  ref?: string;
  include: string[];
  exclude: string[];
  /** Files larger than this many bytes are not read. */
  maxBytes: number;
  /** The team's own content: inside the folder of the config. Only its MDX may run as MDX. */
  own: boolean;
}

export interface SourceFile {
  /** Path inside the source, forward slashes. */
  path: string;
  /** Git blob id (SHA-1 of the content as Git computes it), whether or not the source is Git. */
  id: string;
  /** Bytes. */
  size: number;
}

/** When a file was added and last changed, and how often, from Git. Dates are ISO 8601 in UTC. */
export interface FileHistory {
  first: string;
  last: string;
  commits: number;
  /** The newest commits that touched it, newest first: at most {@link NEWEST_COMMITS}. Absent of the past. */
  newest?: readonly FileCommit[];
  /** Blob id of what the newest commit left there: the file as it is, unless a merge changed it. Absent of the past. */
  blob?: string;
}

/** How many commits of a file are kept with their words. */
export const NEWEST_COMMITS = 8;

/** One commit, as a list of them shows it. */
export interface FileCommit {
  id: string;
  /** ISO 8601 in UTC. */
  date: string;
  /** First line of the message as its author wrote it, shortened. */
  subject: string;
}

/** The repository a source is read from, or lies in. */
export interface SourceRepository {
  /** Absolute path of the Git directory. */
  gitDir: string;
  /** The source's folder in it, without a slash at the end; empty for all of it. */
  folder: string;
  /** Its history is cut off. */
  shallow: boolean;
}

/** A source opened at one state: a list of files that can be read. */
export interface Source {
  readonly spec: SourceSpec;
  /** Commit id the files come from; absent for a folder outside Git. */
  readonly commit?: string;
  /** Committer date of that commit, ISO 8601 in UTC. */
  readonly commitDate?: string;
  /** Where the past of the files lies; absent for a folder outside Git, and for one nothing is committed of. */
  readonly repository?: SourceRepository;
  /** Where people see the repository, and the folder of it that paths are relative to, with a slash at the end or empty. */
  readonly web?: { repository: WebRepository; prefix: string };
  /** Selected files, sorted by path (by code unit). Files over `maxBytes` are in `skipped`. */
  readonly files: readonly SourceFile[];
  readonly skipped: readonly SourceFile[];
  /** Selected files whose content cannot be had (no permission, an object a partial clone lacks), with the cause. */
  readonly unreadable?: readonly { path: string; reason: string }[];
  /** Selected symbolic links and submodules, sorted: they are never followed, since they may lead anywhere. */
  readonly links?: readonly string[];
  /** Contents of the files, in the order asked for. */
  read(files: readonly SourceFile[]): AsyncIterable<{ file: SourceFile; bytes: Uint8Array }>;
  /** Where a person can see the file at this commit; lines start at 1. */
  permalink(path: string, lines?: { from: number; to: number }): string | undefined;
  /** One pass over the log; path → history. Empty when there is no Git or the clone is shallow. */
  history(): Promise<ReadonlyMap<string, FileHistory>>;
}
