import { once } from 'node:events';
import { join } from 'node:path';
import { moduleBeside, startThread } from '../threads/start-thread.ts';
import type { indexFiles } from './index-files.ts';
import { partVersion } from './part-version.ts';
import { partsOf, type RecordPart } from './record-parts.ts';
import type { SearchRecord } from './record.ts';

/** What the thread is given. */
export interface IndexRequest {
  parts: RecordPart[];
  /** Where parts are kept between runs, and for which version; without it none are. */
  cache?: { folder: string; version: string };
}

/** What the thread answers. */
export type IndexAnswer = { files: Map<string, Uint8Array> } | { failure: unknown };

/** It passes records on, and what it makes of them is gone at once: more room would only be filled later. */
const LEAN = { maxYoungGenerationSizeMb: 4 };

const INDEXER = moduleBeside(import.meta.url, 'index-on-request');

/** An index in the making. */
export interface ComingIndex {
  /**
   * Waits for it.
   *
   * @throws Error when Pagefind refuses a record, or the thread dies.
   */
  files(): ReturnType<typeof indexFiles>;
}

/**
 * Has a thread do what {@link indexFiles} does: Pagefind waits for every record it is given, and this one is busy for
 * seconds on end while a site is built. A thread whose index nobody waits for ends when it is made: Pagefind
 * complains aloud when it is left in the middle.
 *
 * @param options.cacheDir Where parts of the index are kept between runs.
 * @param options.module What runs in the thread.
 */
export function indexInThread(
  records: readonly SearchRecord[],
  { cacheDir, module = INDEXER }: { cacheDir?: string | undefined; module?: URL } = {},
): ComingIndex {
  const parts = partsOf(records);
  const request: IndexRequest = {
    parts,
    ...(cacheDir !== undefined && { cache: { folder: join(cacheDir, 'search'), version: partVersion() } }),
  };
  const worker = startThread(module, LEAN);
  const answered = Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => [])]);
  // Whoever waits for it is told.
  answered.catch(() => undefined);
  worker.postMessage(
    request,
    parts.map(({ json }) => json.buffer),
  );
  return {
    async files() {
      try {
        const [answer] = (await answered) as [IndexAnswer?];
        if (answer === undefined) throw new Error('The search index could not be made: its thread ended');
        if ('failure' in answer) throw answer.failure;
        return answer.files;
      } finally {
        await worker.terminate();
      }
    },
  };
}
