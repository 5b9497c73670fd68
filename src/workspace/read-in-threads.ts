import { setImmediate } from 'node:timers/promises';
import type { FileContent } from '../readers/reader.ts';
import type { UnreadFile } from './read-content.ts';
import { startReadingThread, type ReadingThread } from './reading-thread.ts';

/** Files a thread gets at once: enough that asking costs nothing, few enough that the last thread ends with the others. */
const BATCH = { files: 64, bytes: 256 * 1024 };

/** More threads than this wait for the main one. */
const MOST_THREADS = 8;

/** Batches a thread has at a time: while one is asked for, the next is being read. */
const AT_ONCE = 3;

type Files = AsyncIterable<UnreadFile> | Iterable<UnreadFile>;

/**
 * Reads files in this thread and, once they have loaded the parsers, in others beside it, and keeps what they hold.
 * Threads answer in the JSON a cache keeps, which costs less to hand over than objects do. What a thread had when it
 * died (out of memory, a defect) is read in this one.
 *
 * @param threads How many read together, this one among them.
 * @param start Starts a thread.
 */
export async function readInThreads(
  files: Files,
  threads: number,
  start: () => ReadingThread = () => startReadingThread(),
): Promise<void> {
  const batches = inBatches(files);
  const lost: UnreadFile[] = [];
  const feed = async (thread: ReadingThread): Promise<void> => {
    while (thread.isAlive()) {
      const { value: batch } = await batches.next();
      if (batch === undefined) return;
      const texts = await thread.read(batch);
      if (texts === undefined) lost.push(...batch);
      else keep(batch, texts);
    }
  };
  const readAlong = async (): Promise<void> => {
    const { readHere } = await import('./read-here.ts');
    for (let next = await batches.next(); next.value !== undefined; next = await batches.next()) {
      await readHere(next.value);
      // Answers of threads and what Git says come in between.
      await setImmediate();
    }
  };
  const running = Array.from({ length: Math.min(threads - 1, MOST_THREADS) }, start);
  try {
    const fed = running.flatMap((thread) => Array.from({ length: AT_ONCE }, () => feed(thread)));
    await Promise.all([...fed, readAlong()]);
    const { readHere } = await import('./read-here.ts');
    await readHere(lost);
  } finally {
    await batches.return(undefined);
    for (const thread of running) thread.stop();
  }
}

function keep(batch: readonly UnreadFile[], texts: readonly string[]): void {
  for (const [index, { file, cache }] of batch.entries()) {
    const text = texts[index] ?? '';
    cache.keepContent(file, JSON.parse(text) as FileContent, text);
  }
}

async function* inBatches(files: Files): AsyncGenerator<UnreadFile[], undefined> {
  let batch: UnreadFile[] = [];
  let bytes = 0;
  for await (const file of files) {
    batch.push(file);
    bytes += file.bytes.length;
    if (batch.length < BATCH.files && bytes < BATCH.bytes) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
