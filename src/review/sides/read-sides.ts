import type { SourceSpec } from '../../sources/source.ts';
import type { Commit } from '../../sources/ref.ts';
import type { Config } from '../../workspace/config.ts';
import { readerVersion } from '../../workspace/reader-version.ts';
import { sourceSpecs } from '../../workspace/source-specs.ts';
import { openSideCaches, type SideCaches } from './caches.ts';
import { assertThere, assertWhole, openSideSource, type OpenSideOptions } from './open-side.ts';
import { readSideSource, type ReadSideSource } from './read-side.ts';

/** What is read of both sides. */
export interface SidesRead {
  base: ReadSideSource[];
  head: ReadSideSource[];
  /** Sources that stand still although they are folders: one sentence each. */
  notes: string[];
}

export interface ReadSidesOptions extends Omit<OpenSideOptions, 'commit'> {
  useCache: boolean;
  base: { config: Config; commit: Commit };
  /** The working tree without a commit. */
  head: { config: Config; commit?: Commit };
}

/**
 * Reads the sources of both configs, each in the state of its side. The head comes first: what did not change is
 * parsed once, and a source that stands still is opened once.
 *
 * @throws SourceError when one cannot be opened.
 */
export async function readSides(options: ReadSidesOptions): Promise<SidesRead> {
  const { useCache, cacheDir, onProgress } = options;
  const version = readerVersion();
  const caches = new Map<string, SideCaches>();
  const cachesOf = (spec: SourceSpec): SideCaches => {
    const key = JSON.stringify([spec.name, spec.path, spec.git]);
    const opened = caches.get(key) ?? openSideCaches(useCache ? cacheDir : undefined, spec, version);
    caches.set(key, opened);
    return opened;
  };
  const notes = new Set<string>();
  const head: ReadSideSource[] = [];
  const standing = new Map<string, ReadSideSource>();
  for (const spec of sourceSpecs(options.head.config)) {
    onProgress?.(`Reading ${spec.name}`);
    const opened = await openSideSource(spec, { ...options, ...atCommit(options.head.commit) });
    if (options.head.commit) {
      assertThere(opened, options.head.commit);
      assertWhole(opened, options.head.commit);
    }
    if (opened.note !== undefined) notes.add(opened.note);
    const read = await readSideSource(opened, cachesOf(spec).head);
    head.push(read);
    if (read.folder === undefined) standing.set(JSON.stringify(spec), read);
  }
  const base: ReadSideSource[] = [];
  for (const spec of sourceSpecs(options.base.config)) {
    onProgress?.(`Reading ${spec.name} of the base`);
    const still = standing.get(JSON.stringify(spec));
    if (still) {
      base.push(still);
      continue;
    }
    const opened = await openSideSource(spec, { ...options, commit: options.base.commit });
    assertWhole(opened, options.base.commit);
    if (opened.note !== undefined) notes.add(opened.note);
    base.push(await readSideSource(opened, cachesOf(spec).base));
  }
  return { base, head, notes: [...notes] };
}

function atCommit(commit: Commit | undefined): { commit?: Commit } {
  return commit ? { commit } : {};
}
