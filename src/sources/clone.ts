import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheKey, makeFolderOnce } from './cache.ts';
import { cloneFailure, withoutCredentials } from './clone-failure.ts';
import { openCommit } from './committed.ts';
import { fetchInto, isMissingRef, makeBareRepository, remoteRefNames } from './fetch.ts';
import { GitError } from './git.ts';
import type { OpenOptions } from './open.ts';
import { isCommitId, refNames, resolveCommit, unknownRef, type Commit } from './ref.ts';
import { findRepository } from './repository.ts';
import { SourceError } from './source-error.ts';
import type { Source, SourceSpec } from './source.ts';

/** Where the remote's HEAD is kept in a full clone. */
const DEFAULT_REF = 'refs/coverbook/default';
const EVERYTHING = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];

/** One clone in the cache and what is asked of it. */
interface Clone {
  url: string;
  /** The URL as it may be shown. */
  shown: string;
  gitDir: string;
  /** As the config has it; the remote's HEAD when absent. */
  ref: string | undefined;
  /** Ref of the clone that holds the wanted state. */
  local: string;
  /** Brings the clone up to date. */
  fetch: (gitDir: string) => Promise<void>;
}

/**
 * Opens a repository by its URL, through a bare clone in the cache: one commit deep per ref, or whole when history is
 * wanted, when a whole clone is there already, or when the ref can be found no other way (`main~3`, a short id).
 */
export async function openClone(spec: SourceSpec, url: string, options: OpenOptions): Promise<Source> {
  const shown = withoutCredentials(url);
  const name = (/(?<![\w.-])[\w.-]+$/.exec(shown.replace(/(?<!\/)\/+$/, ''))?.[0] ?? '').replace(
    /^\.+|\.git$/g,
    '',
  );
  const base = join(options.cacheDir, 'clones', `${name}-${cacheKey(shown)}`);
  const ref = spec.ref;
  const whole: Clone = {
    url,
    shown,
    gitDir: `${base}.git`,
    ref,
    local: ref ?? DEFAULT_REF,
    fetch: (gitDir) => fetchEverything(gitDir, url),
  };
  const local = `refs/coverbook/${cacheKey(ref ?? 'HEAD')}`;
  const shallow: Clone = {
    ...whole,
    gitDir: `${base}-shallow.git`,
    local,
    fetch: (gitDir) => fetchInto(gitDir, url, [`+${ref ?? 'HEAD'}:${local}`], ['--depth', '1']),
  };
  const needsWhole =
    options.fullHistory || existsSync(whole.gitDir) || (ref !== undefined && /[~^]/.test(ref));
  let clone = needsWhole ? whole : shallow;
  let commit = await obtain(clone, options);
  if (commit === undefined && !needsWhole && ref !== undefined && /^[0-9a-f]{7,64}$/.test(ref)) {
    clone = whole;
    commit = await obtain(clone, options);
  }
  if (commit === undefined) throw await notFound(clone);
  const isShallow = (await findRepository(clone.gitDir))?.shallow ?? false;
  const { gitDir } = clone;
  return await openCommit(spec, {
    gitDir,
    commit,
    shallow: isShallow,
    remote: shown,
    cacheDir: options.cacheDir,
  });
}

/** The wanted commit of an up-to-date clone; undefined when the remote has no such ref. */
async function obtain(
  clone: Clone,
  { onProgress, onWarning = onProgress }: Pick<OpenOptions, 'onProgress' | 'onWarning'>,
): Promise<Commit | undefined> {
  const { gitDir, ref, shown } = clone;
  if (existsSync(gitDir) && (await findRepository(gitDir))?.top !== true)
    await rm(gitDir, { recursive: true });
  if (existsSync(gitDir)) {
    const known = await resolveCommit(gitDir, ref !== undefined && isCommitId(ref) ? ref : clone.local);
    if (known !== undefined && ref === known.id) return known;
    onProgress?.(`Fetching ${shown}`);
    try {
      await clone.fetch(gitDir);
    } catch (error) {
      if (error instanceof GitError && isMissingRef(error)) return undefined;
      const failure = error instanceof GitError ? cloneFailure(shown, error.stderr, error) : error;
      if (known === undefined || !(failure instanceof SourceError)) throw failure;
      onWarning?.(`${failure.message}. Using the copy in the cache, of ${known.date}.`);
      return known;
    }
  } else {
    onProgress?.(`Cloning ${shown}`);
    try {
      await makeFolderOnce(gitDir, async (temporary) => {
        await makeBareRepository(temporary);
        await clone.fetch(temporary);
      });
      // Another run may have made the clone meanwhile, for another ref.
      if ((await resolveCommit(gitDir, clone.local)) === undefined) await clone.fetch(gitDir);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (isMissingRef(error)) return undefined;
      throw cloneFailure(shown, error.stderr, error);
    }
  }
  return await resolveCommit(gitDir, clone.local);
}

/** All branches and tags, and HEAD where the remote's HEAD leads to a commit. */
async function fetchEverything(gitDir: string, url: string): Promise<void> {
  try {
    await fetchInto(gitDir, url, [...EVERYTHING, `+HEAD:${DEFAULT_REF}`], ['--prune']);
  } catch (error) {
    if (!(error instanceof GitError) || !isMissingRef(error)) throw error;
    await fetchInto(gitDir, url, EVERYTHING, ['--prune']);
  }
}

async function notFound({ url, shown, gitDir, ref }: Clone): Promise<SourceError> {
  const names = (await remoteRefNames(url)) ?? (existsSync(gitDir) ? await refNames(gitDir) : []);
  if (ref !== undefined || names.length > 0) return unknownRef(ref ?? 'HEAD', shown, names);
  return new SourceError('missing', `The repository ${shown} has no commit yet`, 'Push its content first.');
}
