import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Range } from '../findings/finding.ts';
import type { FileContent } from '../readers/reader.ts';
import type { SourceFile, SourceSpec } from '../sources/source.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';
import type { PlaceInFile } from './pending-finding.ts';

/** What was parsed, kept by content: one file a source, holding just what the last run saw. */
export interface ContentCache {
  content(file: SourceFile): FileContent | undefined;
  keepContent(file: SourceFile, content: FileContent): void;
  /** Where a place was found; null when it was looked for and is not there. */
  range(file: SourceFile, at: PlaceInFile): Range | null | undefined;
  keepRange(file: SourceFile, at: PlaceInFile, range: Range | null): void;
  /** Keeps for the next run what this one asked for or added. */
  save(): void;
}

interface Stored {
  contents: Record<string, FileContent>;
  ranges: Record<string, Range | null>;
}

/**
 * Opens the cache of a source. Anything wrong with it is a miss, never an error.
 *
 * @param cacheDir Nothing is kept between runs without one.
 * @param version Changes whenever readers may give another result.
 */
export function openContentCache(
  cacheDir: string | undefined,
  spec: SourceSpec,
  version: string,
): ContentCache {
  const path = cacheDir === undefined ? undefined : join(cacheDir, 'content', `${identityOf(spec)}.json`);
  const stored = path === undefined ? undefined : (readCacheFile(path, version) as Stored | undefined);
  const contents = recordOf(stored?.contents);
  const ranges = recordOf(stored?.ranges);
  return {
    content: (file) => contents.get(keyOf(file)),
    keepContent: (file, content) => {
      contents.set(keyOf(file), content);
    },
    range: (file, at) => ranges.get(keyOfPlace(file, at)),
    keepRange: (file, at, range) => {
      ranges.set(keyOfPlace(file, at), range);
    },
    save() {
      if (path === undefined) return;
      const read = contents.used();
      const files = new Set([...read.keys()].map(fileOf));
      // Commands ask for the places of different findings; as long as a file is there, all of them are.
      const located = ranges.used((key) => files.has(fileOf(key)));
      if (!contents.isChanged(read) && !ranges.isChanged(located)) return;
      writeCacheFile(path, version, {
        contents: Object.fromEntries(read),
        ranges: Object.fromEntries(located),
      });
    },
  };
}

/** A map that knows what of it was used, and whether keeping just that would change what was stored. */
function recordOf<T>(stored: Record<string, T> = {}): {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  /** What was asked for or added, and what is to be kept without being asked for. */
  used(isKept?: (key: string) => boolean): ReadonlyMap<string, T>;
  /** Whether keeping just these is another record than the stored one. */
  isChanged(kept: ReadonlyMap<string, T>): boolean;
} {
  const before = new Map(Object.entries(stored));
  const used = new Map<string, T>();
  let isNew = false;
  return {
    get(key) {
      const value = used.get(key) ?? before.get(key);
      if (value !== undefined) used.set(key, value);
      return value;
    },
    set(key, value) {
      isNew = true;
      used.set(key, value);
    },
    used: (isKept = () => false) => new Map([...[...before].filter(([key]) => isKept(key)), ...used]),
    isChanged: (kept) => isNew || kept.size !== before.size,
  };
}

function identityOf({ path, git, name }: SourceSpec): string {
  return createHash('sha256')
    .update(JSON.stringify([path, git, name]))
    .digest('hex')
    .slice(0, 16);
}

/** Readers see a file's content and its name, so both make the key. */
function keyOf(file: SourceFile): string {
  return `${file.id}:${basename(file.path)}`;
}

/** The file's id, with which every key begins. */
function fileOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

function keyOfPlace(file: SourceFile, { ordinal, pointer }: PlaceInFile): string {
  return `${file.id}:${ordinal}:${pointer.join('/')}`;
}
