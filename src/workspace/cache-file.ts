import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { asciiJson } from './ascii-json.ts';
import { discard } from './discard.ts';

/**
 * What a cache file holds, when it was written by the same version; anything wrong with it is a miss.
 *
 * @param version Changes whenever what is kept may be out of date.
 */
export function readCacheFile(path: string, version: string): unknown {
  try {
    const stored = JSON.parse(readFileSync(path, 'latin1')) as { version?: string };
    return stored.version === version ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces a cache file in one step. One that cannot be written costs the next run time and nothing else. */
export function writeCacheFile(path: string, version: string, content: object): void {
  replaceCacheFile(path, (temporary) => {
    writeFileSync(temporary, asciiJson({ version, ...content }));
  });
}

/** Has a file written under another name and puts it in place in one step; a failure costs nothing but time. */
export function replaceCacheFile(path: string, write: (temporary: string) => void): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    write(temporary);
    renameSync(temporary, path);
  } catch {
    discard(temporary);
  }
}
