import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Range } from '../findings/finding.ts';
import type { FileContent } from '../readers/reader.ts';
import type { SourceFile, SourceSpec } from '../sources/source.ts';
import { boundFolder } from './bound-folder.ts';
import { openKeptTexts } from './kept-texts.ts';
import type { PlaceInFile } from './pending-finding.ts';

/**
 * What was parsed, kept by content: one file a source, holding just what the last run saw, and one with the places of
 * findings. The files of sources nobody reads any more go with time, and all of them together have a bound
 * (`bound-folder.ts`).
 */
export interface ContentCache {
  content(file: SourceFile): FileContent | undefined;
  /** @param written The content as `asciiJson` gives it, when that is at hand. */
  keepContent(file: SourceFile, content: FileContent, written?: string): void;
  /** Where a place was found; null when it was looked for and is not there. */
  range(file: SourceFile, at: PlaceInFile): Range | null | undefined;
  keepRange(file: SourceFile, at: PlaceInFile, range: Range | null): void;
  /**
   * Keeps contents for the next run and lets go of their texts, which take half as much memory again: for when all is
   * read, and most of the work is still to come.
   */
  saveContents(): void;
  /** Keeps for the next run what this one asked for or added. */
  save(): void;
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
  const folder = cacheDir === undefined ? undefined : join(cacheDir, 'content');
  const path = (suffix: string): string | undefined => folder && join(folder, `${identityOf(spec)}${suffix}`);
  const contents = openKeptTexts<FileContent>(path('.txt'), version);
  // Places are of a file: as long as it is there, all of them are, since commands ask for those of different findings.
  const ranges = openKeptTexts<Record<string, Range | null>>(path('-ranges.txt'), version);
  const saveContents = (): void => {
    if (contents.save() && folder !== undefined) boundFolder(folder);
  };
  return {
    content: (file) => contents.get(keyOf(file)),
    keepContent(file, content, written) {
      contents.set(keyOf(file), content, written);
    },
    range: (file, at) => ranges.get(file.id)?.[keyOfPlace(at)],
    keepRange(file, at, range) {
      const places = ranges.get(file.id) ?? {};
      places[keyOfPlace(at)] = range;
      ranges.set(file.id, places);
    },
    saveContents,
    save() {
      for (const key of contents.keys()) ranges.get(fileOf(key));
      ranges.save();
      saveContents();
    },
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

/** No property of an object has a name like it. */
function keyOfPlace({ ordinal, pointer }: PlaceInFile): string {
  return `${ordinal}:${pointer.join('/')}`;
}
