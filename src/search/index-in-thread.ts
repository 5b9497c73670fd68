import { once } from 'node:events';
import { moduleBeside, startThread } from '../threads/start-thread.ts';
import type { indexFiles } from './index-files.ts';
import type { SearchRecord } from './record.ts';

/** What the thread is given: lots of records, each as JSON. */
export type IndexRequest = Uint8Array<ArrayBuffer>[];

/** What the thread answers. */
export type IndexAnswer = { files: Map<string, Uint8Array> } | { failure: unknown };

const IN_A_LOT = 500;

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
 * @param module What runs in the thread.
 */
export function indexInThread(records: readonly SearchRecord[], module: URL = INDEXER): ComingIndex {
  const request = inLots(records);
  const worker = startThread(module, LEAN);
  const answered = Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => [])]);
  // Whoever waits for it is told.
  answered.catch(() => undefined);
  worker.postMessage(
    request,
    request.map(({ buffer }) => buffer),
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

/** JSON takes less room on its way than records do. */
function inLots(records: readonly SearchRecord[]): IndexRequest {
  const starts = Array.from({ length: Math.ceil(records.length / IN_A_LOT) }, (_, index) => index * IN_A_LOT);
  return starts.map((start) =>
    new TextEncoder().encode(JSON.stringify(records.slice(start, start + IN_A_LOT))),
  );
}
