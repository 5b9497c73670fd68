import { distance } from 'fastest-levenshtein';
import { git, tryGit } from './git.ts';
import { oddGit } from './git-patience.ts';
import { SourceError } from './source-error.ts';

export interface Commit {
  id: string;
  /** Committer date, ISO 8601 in UTC. */
  date: string;
}

/** Seconds since 1970, as Git gives them, in ISO 8601 without fractions; 1970 for what is no time at all. */
export function isoDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString().replace('.000Z', 'Z');
}

/** A full commit id, SHA-1 or SHA-256: the one kind of ref that never moves. */
export function isCommitId(ref: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
}

/**
 * Whether a ref from a config may be handed to Git: a name or id, with `~1` and `^` steps. Everything else of Git's
 * revision syntax (ranges, searches, reflogs, `path:file`) and anything that reads as an option is refused.
 */
export function isSafeRef(ref: string): boolean {
  return !/^-|[\u0000-\u0020\u007f:?*[\\]|\.\.|@\{|\^\{|^$/.test(ref);
}

export function assertSafeRef(ref: string): void {
  if (isSafeRef(ref)) return;
  throw new SourceError(
    'missing',
    `\`${ref}\` is not the name of a Git ref`,
    'Name a branch, a tag or a commit in `ref`.',
  );
}

/** The commit a ref of the repository stands for, or undefined. A branch known only from `origin` is found as well. */
export async function resolveCommit(gitDir: string, ref: string): Promise<Commit | undefined> {
  for (const candidate of [ref, `refs/remotes/origin/${ref}`]) {
    const args = ['log', '-1', '--no-color', '--format=%H %ct', '--end-of-options', candidate, '--'];
    const answer = (await tryGit(args, { gitDir }))?.toString().trim();
    if (!answer) continue;
    const [, id, seconds] = /^([0-9a-f]{40,64}) (-?\d+)$/.exec(answer) ?? [];
    if (id === undefined) throw oddGit('log', answer);
    return { id, date: isoDate(Number(seconds)) };
  }
  return undefined;
}

/** Short names of the branches and tags of a repository; those of `origin` without its name. */
export async function refNames(gitDir: string): Promise<string[]> {
  const kinds = ['refs/heads', 'refs/tags', 'refs/remotes/origin'];
  const answer = await git(['for-each-ref', '--format=%(refname)', ...kinds], { gitDir });
  return shortNames(answer.toString().split('\n'));
}

/** `refs/heads/main` → `main`, for branches, tags and remote branches; each once, sorted. */
export function shortNames(refs: readonly string[]): string[] {
  const names = refs.flatMap((ref) => {
    const short = /^refs\/(?:heads|tags|remotes\/origin)\/(.+)$/.exec(ref)?.[1];
    return short === undefined || short === 'HEAD' || short.endsWith('^{}') ? [] : [short];
  });
  return [...new Set(names)].sort();
}

/** The error for a ref that is not there; names the ones that look alike. */
export function unknownRef(ref: string, where: string, names: readonly string[]): SourceError {
  const near = names
    .map((name) => ({ name, steps: distance(ref.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, 5)
    .map(({ name }) => `\`${name}\``);
  const hint = near.length > 0 ? `There are ${near.join(', ')}.` : 'It has no branch or tag.';
  return new SourceError('missing', `No branch, tag or commit \`${ref}\` in ${where}`, hint);
}
