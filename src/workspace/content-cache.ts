import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Range } from '../findings/finding.ts';
import type { FileContent } from '../readers/reader.ts';
import type { SourceFile, SourceSpec } from '../sources/source.ts';
import { asciiJson } from './ascii-json.ts';
import { boundFolder, touch } from './bound-folder.ts';
import type { PlaceInFile } from './pending-finding.ts';
import { readTexts, writeTexts } from './text-store.ts';

/**
 * What was parsed, kept by content: one file a source, holding just what the last run saw. The files of sources nobody
 * reads any more go with time, and all of them together have a bound (`bound-folder.ts`).
 */
export interface ContentCache {
  content(file: SourceFile): FileContent | undefined;
  /** @param written The content as {@link asciiJson} gives it, when that is at hand. */
  keepContent(file: SourceFile, content: FileContent, written?: string): void;
  /** Where a place was found; null when it was looked for and is not there. */
  range(file: SourceFile, at: PlaceInFile): Range | null | undefined;
  keepRange(file: SourceFile, at: PlaceInFile, range: Range | null): void;
  /** Keeps for the next run what this one asked for or added. */
  save(): void;
}

/** The key of the text with the places of findings; contents have a colon in theirs. */
const RANGES = 'ranges';

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
  const path = folder === undefined ? undefined : join(folder, `${identityOf(spec)}.txt`);
  const stored = path === undefined ? new Map<string, Buffer>() : readTexts(path, version);
  const ranges = rangesOf(stored.get(RANGES));
  stored.delete(RANGES);
  const used = new Map<string, { content: FileContent; text: Buffer | undefined }>();
  let isNew = false;
  return {
    content(file) {
      const key = keyOf(file);
      const known = used.get(key);
      if (known) return known.content;
      const text = stored.get(key);
      if (text === undefined) return undefined;
      const content = JSON.parse(text.toString('latin1')) as FileContent;
      used.set(key, { content, text });
      return content;
    },
    keepContent(file, content, written) {
      isNew = true;
      used.set(keyOf(file), {
        content,
        text: written === undefined ? undefined : Buffer.from(written, 'latin1'),
      });
    },
    range: (file, at) => ranges.get(keyOfPlace(file, at)),
    keepRange(file, at, range) {
      isNew = true;
      ranges.set(keyOfPlace(file, at), range);
    },
    save() {
      if (path === undefined || folder === undefined) return;
      if (!isNew && used.size === stored.size) {
        touch(path);
        return;
      }
      const files = new Set([...used.keys()].map(fileOf));
      // Commands ask for the places of different findings; as long as a file is there, all of them are.
      const located = [...ranges].filter(([key]) => files.has(fileOf(key)));
      const texts = new Map<string, Buffer>([
        [RANGES, Buffer.from(asciiJson(Object.fromEntries(located)), 'latin1')],
      ]);
      for (const [key, { content, text }] of used) {
        texts.set(key, text ?? Buffer.from(asciiJson(content), 'latin1'));
      }
      writeTexts(path, version, texts);
      boundFolder(folder);
    },
  };
}

function rangesOf(text: Buffer | undefined): Map<string, Range | null> {
  return new Map(
    text ? Object.entries(JSON.parse(text.toString('latin1')) as Record<string, Range | null>) : [],
  );
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
