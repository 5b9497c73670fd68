/** What runs in the thread that makes a search index: see `index-in-thread.ts`. */
import { parentPort } from 'node:worker_threads';
import { indexFiles } from './index-files.ts';
import type { IndexAnswer, IndexRequest } from './index-in-thread.ts';
import { openPartCache } from './part-cache.ts';
import type { RecordPart } from './record-parts.ts';

parentPort?.once('message', ({ parts, cache }: IndexRequest) => {
  void indexFiles(taken(parts), cache && openPartCache(cache.folder, cache.version)).then(
    (files) => {
      answer({ files });
    },
    (failure: unknown) => {
      answer({ failure });
    },
  );
});

function answer(content: IndexAnswer): void {
  parentPort?.postMessage(content);
}

/** Each is let go of as it is taken. */
function* taken(parts: RecordPart[]): Generator<RecordPart> {
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) yield part;
}
