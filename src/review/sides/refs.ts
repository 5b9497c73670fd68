import { mergeBase } from '../../sources/merge-base.ts';
import {
  assertSafeRef,
  isCommitId,
  refNames,
  resolveCommit,
  unknownRef,
  type Commit,
} from '../../sources/ref.ts';
import { SourceError } from '../../sources/source-error.ts';
import type { ReviewedRepository } from './repository.ts';

/** Which states to compare, as asked for. */
export interface RefsAsked {
  /** Names the base may have here; the first that is there is it. */
  base: readonly [string, ...string[]];
  /** Who named the base: `--base`, `GITHUB_BASE_REF`. */
  askedBy: string;
  /** The working tree without one. */
  head?: string;
}

/** The commits behind them. */
export interface ResolvedRefs {
  /** The merge base of base and head. */
  base: Commit;
  /** The name the base has here. */
  ref: string;
  /** What the base's ref itself stands for. */
  tip: Commit;
  /** What was asked for; without it the commit the working tree stands on. */
  head: Commit;
}

/** How the usual checkouts get all history. */
const FETCH_ALL =
  'Fetch all history: `fetch-depth: 0` of actions/checkout, `GIT_DEPTH: 0` in GitLab CI, `git fetch --unshallow` elsewhere.';

/**
 * The commits to compare. The base is where the head's branch left it, so that what others merged since is no change
 * of the head; a base that was pushed by force is none the worse for it.
 *
 * @throws SourceError for a ref that is not there, a cut-off history and two that share nothing.
 */
export async function resolveRefs(repository: ReviewedRepository, asked: RefsAsked): Promise<ResolvedRefs> {
  const { gitDir, shallow } = repository;
  for (const name of asked.base) assertSafeRef(name);
  if (asked.head !== undefined) assertSafeRef(asked.head);
  const head = await resolveCommit(gitDir, asked.head ?? 'HEAD');
  if (!head && asked.head === undefined) {
    throw new SourceError(
      'missing',
      `The repository ${repository.top} has no commit yet: there is nothing to compare with`,
      'Commit its content first.',
    );
  }
  if (!head) throw await noSuchRef(repository, asked.head ?? 'HEAD', '--head');
  const found = await firstCommit(gitDir, asked.base);
  if (!found) throw await noSuchRef(repository, asked.base.at(-1) ?? '', asked.askedBy);
  const { ref, commit: tip } = found;
  const base = await mergeBase(gitDir, tip, head);
  if (base) return { base, ref, tip, head };
  const [one, other] = [nameOf(ref, tip), nameOf(asked.head ?? 'HEAD', head)];
  throw shallow
    ? new SourceError(
        'unreadable',
        `${one} and ${other} share no commit in this shallow clone: its history is cut off`,
        FETCH_ALL,
      )
    : new SourceError(
        'missing',
        `${one} and ${other} have unrelated histories: no commit is part of both`,
        'Name a base the head comes from. After history was rewritten, that is a commit of the new one.',
      );
}

async function firstCommit(
  gitDir: string,
  refs: readonly string[],
): Promise<{ ref: string; commit: Commit } | undefined> {
  for (const ref of refs) {
    const commit = await resolveCommit(gitDir, ref);
    if (commit) return { ref, commit };
  }
  return undefined;
}

async function noSuchRef(
  { gitDir, top, shallow }: ReviewedRepository,
  ref: string,
  askedBy: string,
): Promise<SourceError> {
  const { message, hint, kind } = unknownRef(ref, top, await refNames(gitDir));
  const named = `${message} (named by ${askedBy})`;
  if (shallow) return new SourceError(kind, `${named}; it is a shallow clone`, FETCH_ALL);
  const fetch = isCommitId(ref)
    ? `Fetch it (\`git fetch origin ${ref}\`); a commit whose branch was pushed over by force may be gone for good: name the branch.`
    : `Fetch it: \`git fetch origin ${ref}\`. ${hint}`;
  return new SourceError(kind, named, fetch);
}

function nameOf(ref: string, { id }: Commit): string {
  const short = id.slice(0, 10);
  return id.startsWith(ref) ? short : `${ref} (${short})`;
}
