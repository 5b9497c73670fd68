import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cacheKey, dropStale, makeFolderOnce } from './cache.ts';
import { openCommit } from './committed.ts';
import { fetchInto, makeBareRepository } from './fetch.ts';
import { git, GitError } from './git.ts';
import type { OpenOptions } from './open.ts';
import { refNames, resolveCommit, unknownRef } from './ref.ts';
import { SourceError } from './source-error.ts';
import type { Source, SourceSpec } from './source.ts';

const DEFAULT_REF = 'refs/coverbook/default';
/** Where a bundle made without HEAD most likely leads. */
const USUAL_REFS = [DEFAULT_REF, 'refs/heads/main', 'refs/heads/master'];

/** Opens a bundle file, unpacked into the cache as a bare repository; once for each size and time of change. */
export async function openBundle(spec: SourceSpec, file: string, options: OpenOptions): Promise<Source> {
  const { cacheDir, onProgress } = options;
  const { size, mtimeMs } = await stat(file);
  const prefix = `${basename(file, '.bundle')}-${cacheKey(file)}-`;
  const name = `${prefix}${cacheKey(String(size), String(mtimeMs))}.git`;
  const folder = join(cacheDir, 'bundles');
  const gitDir = join(folder, name);
  if (!existsSync(gitDir)) {
    onProgress?.(`Unpacking ${file}`);
    await makeFolderOnce(gitDir, (temporary) => unpack(file, temporary));
    await dropStale(folder, prefix, name);
  }
  const names = await refNames(gitDir);
  const only = names.length === 1 ? names : [];
  for (const ref of spec.ref === undefined ? [...USUAL_REFS, ...only] : [spec.ref]) {
    const commit = await resolveCommit(gitDir, ref);
    if (commit !== undefined) {
      return await openCommit(spec, { gitDir, commit, shallow: false, remote: undefined, cacheDir });
    }
  }
  throw unknownRef(spec.ref ?? 'HEAD', file, names);
}

async function unpack(file: string, gitDir: string): Promise<void> {
  try {
    await makeBareRepository(gitDir);
    const heads = (await git(['bundle', 'list-heads', file])).toString();
    const head = / HEAD$/m.test(heads) ? [`+HEAD:${DEFAULT_REF}`] : [];
    await fetchInto(gitDir, file, ['+refs/*:refs/*', ...head], [], 'bundle');
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw bundleFailure(file, error);
  }
}

function bundleFailure(file: string, cause: GitError): SourceError {
  if (cause.stderr.includes('prerequisite')) {
    return new SourceError(
      'unreadable',
      `The bundle ${file} holds only part of a history`,
      'Make it whole: `git bundle create FILE --all`.',
      { cause },
    );
  }
  const [line = ''] = cause.stderr.trim().split('\n');
  return new SourceError(
    'unreadable',
    `${file} is not a Git bundle, or it is damaged: ${line}`,
    'Check it with `git bundle verify`, and make it again with `git bundle create FILE --all`.',
    { cause },
  );
}
