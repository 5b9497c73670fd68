import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { boundFolder, touch, type Bound } from '../workspace/bound-folder.ts';
import { openPack, writePack } from '../workspace/pack-file.ts';
import type { PartFiles } from './index-part.ts';

/** What Pagefind made in earlier runs of parts of the records, which are known by their JSON. */
export interface PartCache {
  /** Undefined when it is not known, or not whole. */
  get(json: Uint8Array): PartFiles | undefined;
  keep(json: Uint8Array, files: PartFiles): void;
}

/** Knows nothing and keeps nothing. */
export const NO_PARTS: PartCache = { get: () => undefined, keep: () => undefined };

/** A part of 800 records takes half a megabyte: four times the parts of all public rule sets. */
const BOUND: Bound = { days: 30, bytes: 40_000_000 };

/**
 * Parts in a folder, each in a file that is named by a digest of its JSON.
 *
 * @param version Changes whenever the same records may give other files.
 */
export function openPartCache(folder: string, version: string): PartCache {
  const placeOf = (json: Uint8Array): string =>
    join(folder, `${createHash('sha256').update(json).digest('hex').slice(0, 24)}.pack`);
  return {
    get(json) {
      const place = placeOf(json);
      const files = readPart(place, version);
      if (!files) return undefined;
      touch(place);
      return files;
    },
    keep(json, files) {
      writePack(placeOf(json), version, files);
      boundFolder(folder, BOUND);
    },
  };
}

function readPart(place: string, version: string): PartFiles | undefined {
  const pack = openPack(place, version);
  try {
    const files = new Map<string, Uint8Array>();
    for (const path of pack.keys()) {
      const content = pack.get(path);
      if (!content) return undefined;
      files.set(path, content);
    }
    return files.size > 0 ? files : undefined;
  } finally {
    pack.close();
  }
}
