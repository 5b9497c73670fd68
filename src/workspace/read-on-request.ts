/** What runs in a thread that reads files: see `reading-thread.ts`. */
import module from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { ReadRequest } from './reading-thread.ts';

// Before anything is imported that is worth keeping compiled.
module.enableCompileCache();
const { asciiJson } = await import('./ascii-json.ts');
const { readFile } = await import('./read-file.ts');

parentPort?.on('message', ({ paths, ends, bytes }: ReadRequest) => {
  const texts = paths.map((path, index) =>
    asciiJson(readFile(path, bytes.subarray(ends[index - 1] ?? 0, ends[index]))),
  );
  parentPort?.postMessage(texts);
});
