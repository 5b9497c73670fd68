/** What runs in the thread that makes a search index: see `index-in-thread.ts`. */
import { parentPort } from 'node:worker_threads';
import { indexFiles } from './index-files.ts';
import type { IndexAnswer, IndexRequest } from './index-in-thread.ts';
import type { SearchRecord } from './record.ts';

parentPort?.once('message', (request: IndexRequest) => {
  void indexFiles(lotsOf(request)).then(
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
function* lotsOf(request: IndexRequest): Generator<SearchRecord[]> {
  for (let lot = request.shift(); lot !== undefined; lot = request.shift())
    yield JSON.parse(new TextDecoder().decode(lot)) as SearchRecord[];
}
