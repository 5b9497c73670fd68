import { indexInThread } from '../search/index-in-thread.ts';
import { allRecords } from '../search/records.ts';
import { digestOf } from './kept/digest.ts';
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
export async function searchOfSite(
  model: SiteModel,
  folder: string,
  { cacheDir, isThere }: { cacheDir?: string | undefined; isThere: (key: string) => boolean },
): Promise<SearchOfSite> {
  const records = await allRecords(model);
  const key = digestOf(records);
  let writing: Promise<void> | undefined;
  let isTaken = true;
  if (!isThere(key)) {
    writing = indexInThread(records, folder, { cacheDir });
    isTaken = false;
  }
  return {
    key,
    write() {
      // Records are put together again rather than held all the while.
      if (isTaken) writing = allRecords(model).then((again) => indexInThread(again, folder, { cacheDir }));
      isTaken = true;
      return writing ?? Promise.resolve();
    },
    async settle() {
      await writing?.catch(() => undefined);
    },
  };
}
