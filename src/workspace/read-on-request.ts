/** What runs in a thread that reads files: see `reading-thread.ts`. */
import { parentPort } from 'node:worker_threads';
import { asciiJson } from './ascii-json.ts';
import { readFile } from './read-file.ts';
import type { ReadRequest } from './reading-thread.ts';

async function answer({ paths, ends, bytes }: ReadRequest): Promise<void> {
  const texts: string[] = [];
  for (const [index, path] of paths.entries())
    texts.push(asciiJson(await readFile(path, bytes.subarray(ends[index - 1] ?? 0, ends[index]))));
  parentPort?.postMessage(texts);
}

// One after another: answers are known by their order.
let answered = Promise.resolve();
parentPort?.on('message', (request: ReadRequest) => {
  answered = answered.then(() => answer(request));
});
