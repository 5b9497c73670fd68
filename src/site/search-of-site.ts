import { createHash } from 'node:crypto';
import { documentationPages } from '../search/documentation-pages.ts';
import { indexInThread } from '../search/index-in-thread.ts';
import { partsOf, type RecordPart } from '../search/record-parts.ts';
import { searchRecords } from '../search/records.ts';
import type { SiteModel } from './model.ts';

/** The folder of a site Pagefind's files are in. */
export const SEARCH = 'pagefind';

/** The search index of a site, in the making. */
export interface SearchOfSite {
  /** What it is made from. */
  key: string;
  /** Waits until it stands in the folder of the site; asked again, makes it again. */
  write(): Promise<void>;
  /** Waits until nothing writes to the folder any more, whatever has failed. */
  settle(): Promise<void>;
}

/**
 * Begins the search index of a site: making it takes longer than anything else a build does where little has changed.
 *
 * @param folder The folder of the site, absolute.
 * @param options.cacheDir Where parts of it are kept between runs.
 * @param options.isThere Whether the last build left the index of this key: then it is made only when it is asked for.
 */
export function searchOfSite(
  model: SiteModel,
  folder: string,
  { cacheDir, isThere }: { cacheDir?: string | undefined; isThere: (key: string) => boolean },
): SearchOfSite {
  const parts = partsOfSite(model);
  const key = keyOf(parts);
  let writing = isThere(key) ? undefined : indexInThread(parts, folder, { cacheDir });
  let isTaken = false;
  return {
    key,
    write() {
      // Records are put together again rather than held all the while.
      if (writing === undefined || isTaken) writing = indexInThread(partsOfSite(model), folder, { cacheDir });
      isTaken = true;
      return writing;
    },
    async settle() {
      await writing?.catch(() => undefined);
    },
  };
}

function partsOfSite(model: SiteModel): RecordPart[] {
  return partsOf(searchRecords(model), documentationPages());
}

function keyOf(parts: readonly RecordPart[]): string {
  const digest = createHash('sha256');
  for (const { json } of parts) digest.update(`${String(json.length)}\0`).update(json);
  return digest.digest('base64url');
}
