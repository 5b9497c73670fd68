import { join } from 'node:path';
import type { SourceSpec } from '../../sources/source.ts';
import { openContentCache, type ContentCache } from '../../workspace/content-cache.ts';

/** What was parsed of one source on both sides. */
export interface SideCaches {
  head: ContentCache;
  /** What the head's holds, too, and beside it what only the base has. */
  base: ContentCache;
}

/**
 * The caches of a source: the head's is the one every command keeps, so that a review after a build parses nothing of
 * the head; what only the base has is kept apart, so that the next build does not throw it out.
 *
 * @param cacheDir Nothing is kept between runs without one.
 */
export function openSideCaches(cacheDir: string | undefined, spec: SourceSpec, version: string): SideCaches {
  const head = openContentCache(cacheDir, spec, version);
  const own = openContentCache(cacheDir && join(cacheDir, 'review'), spec, version);
  return {
    head,
    base: {
      content: (file) => head.content(file) ?? own.content(file),
      keepContent: (file, content, written) => {
        own.keepContent(file, content, written);
      },
      range: (file, at) => own.range(file, at),
      keepRange: (file, at, range) => {
        own.keepRange(file, at, range);
      },
      saveContents: () => {
        own.saveContents();
      },
      save: () => {
        own.save();
      },
    },
  };
}
