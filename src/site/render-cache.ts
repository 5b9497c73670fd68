import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readCacheFile, writeCacheFile } from '../workspace/cache-file.ts';

/** HTML by the hash of what it was made from, so that each distinct text is rendered once. */
export interface RenderCache {
  /** The kept HTML, or what `render` gives. */
  get(kind: string, input: string, render: () => string): string;
  /**
   * Keeps what this run asked for.
   *
   * @param options.keepUnused What it did not ask for stays as well, as long as all together is no more than this many.
   */
  save(options: { keepUnused: number }): void;
}

interface Stored {
  entries: Record<string, string>;
}

/**
 * Opens the cache. Anything wrong with it is a miss, never an error.
 *
 * @param cacheDir Nothing is kept between runs without one.
 * @param scope What the cache is for: sites of different configs do not push each other's texts out.
 * @param version Changes whenever the same text may be rendered otherwise.
 */
export function openRenderCache(cacheDir: string | undefined, scope: string, version: string): RenderCache {
  const name = createHash('sha256').update(scope).digest('hex').slice(0, 16);
  const path = cacheDir === undefined ? undefined : join(cacheDir, 'rendered', `${name}.json`);
  const stored = path === undefined ? undefined : readCacheFile(path, version);
  const kept = new Map(Object.entries((stored as Stored | undefined)?.entries ?? {}));
  const used = new Map<string, string>();
  let missed = false;
  return {
    get(kind, input, render) {
      const key = createHash('sha256').update(`${kind}\0${input}`).digest('base64url').slice(0, 27);
      let html = used.get(key) ?? kept.get(key);
      if (html === undefined) {
        missed = true;
        html = render();
      }
      used.set(key, html);
      return html;
    },
    save({ keepUnused }) {
      const all = new Map([...kept, ...used]);
      const entries = all.size <= keepUnused ? all : used;
      if (path === undefined || (!missed && entries.size === kept.size)) return;
      writeCacheFile(path, version, { entries: Object.fromEntries(entries) });
    },
  };
}
