import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileContent } from '../readers/reader.ts';
import type { SourceFile, SourceSpec } from '../sources/source.ts';

/** What was parsed, kept by content: one file a source, holding just what the last run saw. */
export interface ContentCache {
  get(file: SourceFile): FileContent | undefined;
  /** Keeps the contents of this run for the next. */
  save(contents: readonly { file: SourceFile; content: FileContent }[]): void;
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
  const place = createHash('sha256')
    .update(JSON.stringify([spec.path, spec.git, spec.name]))
    .digest('hex')
    .slice(0, 16);
  const path = cacheDir === undefined ? undefined : join(cacheDir, 'content', `${place}.json`);
  const entries = path === undefined ? new Map<string, FileContent>() : readEntries(path, version);
  return {
    get: (file) => entries.get(keyOf(file)),
    save(contents) {
      const isUnchanged =
        contents.length === entries.size && contents.every(({ file }) => entries.has(keyOf(file)));
      if (path !== undefined && !isUnchanged) writeEntries(path, version, contents);
    },
  };
}

/** Readers see a file's content and its name, so both make the key. */
function keyOf(file: SourceFile): string {
  return `${file.id}:${basename(file.path)}`;
}

function readEntries(path: string, version: string): Map<string, FileContent> {
  try {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as {
      version: string;
      entries: Record<string, FileContent>;
    };
    return stored.version === version ? new Map(Object.entries(stored.entries)) : new Map();
  } catch {
    return new Map();
  }
}

function writeEntries(
  path: string,
  version: string,
  contents: readonly { file: SourceFile; content: FileContent }[],
): void {
  const entries = Object.fromEntries(contents.map(({ file, content }) => [keyOf(file), content]));
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, JSON.stringify({ version, entries }));
    renameSync(temporary, path);
  } catch {
    // A cache that cannot be written costs the next run time and nothing else.
  }
}
