/** What runs in a thread that reads files: see `reading-thread.ts`. */
import { parentPort } from 'node:worker_threads';
import { asciiJson } from './ascii-json.ts';
import { readFile } from './read-file.ts';
import type { ReadRequest } from './reading-thread.ts';

parentPort?.on('message', ({ paths, ends, bytes }: ReadRequest) => {
  const texts = paths.map((path, index) =>
    asciiJson(readFile(path, bytes.subarray(ends[index - 1] ?? 0, ends[index]))),
  );
  parentPort?.postMessage(texts);
});
