import { existsSync, statSync } from 'node:fs';
import { openBundle } from './bundle.ts';
import { withoutCredentials } from './clone-failure.ts';
import { openClone } from './clone.ts';
import { openFolder } from './folder.ts';
import { GitError } from './git.ts';
import { openRepository } from './local-repository.ts';
import { assertSafeRef } from './ref.ts';
import { SourceError } from './source-error.ts';
import type { Source, SourceSpec } from './source.ts';

export interface OpenOptions {
  /** Absolute path of the folder clones and histories are kept in; made when needed. */
  cacheDir: string;
  /** Clone URLs with all their history. Repositories on disk and bundles have theirs anyway. */
  fullHistory: boolean;
  /** Told what takes long, one sentence at a time. */
  onProgress?: ((text: string) => void) | undefined;
  /** Told what is not as wished; without it `onProgress` is. */
  onWarning?: ((text: string) => void) | undefined;
}

/**
 * Opens a source: a folder, a repository on disk, a bundle file or a URL.
 * @throws {SourceError} with the cause and the remedy, when nothing can be read
 */
export async function openSource(spec: SourceSpec, options: OpenOptions): Promise<Source> {
  try {
    return await openByKind(spec, options);
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    throw new SourceError(
      'unreadable',
      `The source \`${spec.name}\` cannot be read: ${withoutCredentials(cause.message)}`,
      'Run `git fsck` in the repository.',
      { cause },
    );
  }
}

async function openByKind(spec: SourceSpec, options: OpenOptions): Promise<Source> {
  if (spec.ref !== undefined) assertSafeRef(spec.ref);
  if (spec.path !== undefined) return await openFolder(spec, spec.path, options.cacheDir);
  const place = spec.git ?? '';
  if (isUrl(place)) return await openClone(spec, place, options);
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) return await openRepository(spec, place, options.cacheDir);
  if (stat?.isFile() === true) return await openBundle(spec, place, options);
  throw new SourceError(
    'missing',
    `There is no repository and no bundle at ${place}`,
    `Correct \`git\` of the source \`${spec.name}\`: a URL, or a path relative to the config file.`,
  );
}

/** `https://…` and the like, or `git@host:path`; a path that exists is a path, whatever it looks like. */
export function isUrl(place: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(place)) return true;
  return (
    /^(?:[\w.-]+@)?[\w-]+(?:\.[\w-]+)*:[^:\\]/.test(place) &&
    !/^[a-z]:[\\/]/i.test(place) &&
    !existsSync(place)
  );
}
