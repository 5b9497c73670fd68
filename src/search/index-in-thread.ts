import { join } from 'node:path';
import { askThread } from '../threads/ask-thread.ts';
import { moduleBeside } from '../threads/start-thread.ts';
import { partVersion } from './part-version.ts';
import type { RecordPart } from './record-parts.ts';

/** What the thread is given. */
export interface IndexRequest {
  /** Where the index is written to, absolute. */
  folder: string;
  parts: RecordPart[];
  /** Where parts are kept between runs, and for which version; without it none are. */
  cache?: { folder: string; version: string };
}

/** It passes records on, and what it makes of them is gone at once: more room would only be filled later. */
const LEAN = { maxYoungGenerationSizeMb: 4 };

const INDEXER = moduleBeside(import.meta.url, 'index-on-request');

/**
 * Has a thread make a search index, see `indexFiles`, and write it into the folder of a site: Pagefind waits for every
 * record it is given, and this thread is busy for seconds on end while a site is built. It begins at once. A thread whose
 * index nobody waits for ends when it is made: Pagefind complains aloud when it is left in the middle.
 *
 * @param parts Handed over: nothing of them is left here.
 * @param folder Of the site, absolute.
 * @param options.cacheDir Where parts of the index are kept between runs.
 * @param options.module What runs in the thread.
 * @throws Error when Pagefind refuses a record, a file cannot be written, or the thread dies.
 */
export function indexInThread(
  parts: RecordPart[],
  folder: string,
  { cacheDir, module = INDEXER }: { cacheDir?: string | undefined; module?: URL } = {},
): Promise<void> {
  const request: IndexRequest = {
    folder,
    parts,
    ...(cacheDir !== undefined && { cache: { folder: join(cacheDir, 'search'), version: partVersion() } }),
  };
  return askThread(module, request, {
    what: 'The search index could not be made',
    transfer: parts.map(({ json }) => json.buffer),
    limits: LEAN,
  });
}
