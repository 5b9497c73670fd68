import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

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
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, asciiJson({ version, ...content }));
    renameSync(temporary, path);
  } catch {
    // Nothing is lost but time.
  }
}

/** JSON in ASCII alone: read as one byte a character, it takes half the memory and a quarter less time to parse. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
