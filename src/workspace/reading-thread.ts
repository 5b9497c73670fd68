import { moduleBeside, startThread } from '../threads/start-thread.ts';
import type { UnreadFile } from './read-content.ts';

/** What a thread is asked: files one after another in one stretch of bytes. */
export interface ReadRequest {
  paths: string[];
  /** Where each file ends. */
  ends: number[];
  bytes: Uint8Array;
}

/** A thread that reads files. */
export interface ReadingThread {
  /** What the files hold as ASCII JSON, in their order; undefined when the thread died over them, or before. */
  read(files: readonly UnreadFile[]): Promise<string[] | undefined>;
  isAlive(): boolean;
  stop(): void;
}

const READER = moduleBeside(import.meta.url, 'read-on-request');

/**
 * Leaves a thread the stack the main one has (984 kB beside the 192 kB Node keeps back): what is nested too deep for
 * one is so for the other.
 */
const STACK_MB = 1176 / 1024;

/**
 * Starts a thread. A pool of a library would do, but those at hand wait for ever for a thread that ends without an
 * error.
 *
 * @param module What runs in it: takes a {@link ReadRequest} at a time and posts the texts.
 */
export function startReadingThread(module: URL = READER): ReadingThread {
  const worker = startThread(module, { stackSizeMb: STACK_MB });
  const waiting: ((texts: string[] | undefined) => void)[] = [];
  let isAlive = true;
  worker.on('message', (texts: string[]) => waiting.shift()?.(texts));
  // An error ends the thread, and what it had is read elsewhere: should the error be in a reader, it shows there.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    isAlive = false;
    for (const answer of waiting.splice(0)) answer(undefined);
  });
  return {
    async read(files) {
      if (!isAlive) return undefined;
      const { promise, resolve } = Promise.withResolvers<string[] | undefined>();
      waiting.push(resolve);
      const request = requestFor(files);
      worker.postMessage(request, [request.bytes.buffer]);
      return await promise;
    },
    isAlive: () => isAlive,
    stop: () => void worker.terminate(),
  };
}

function requestFor(files: readonly UnreadFile[]): ReadRequest & { bytes: Uint8Array<ArrayBuffer> } {
  const bytes = new Uint8Array(files.reduce((sum, file) => sum + file.bytes.length, 0));
  const ends: number[] = [];
  let end = 0;
  for (const file of files) {
    bytes.set(file.bytes, end);
    end += file.bytes.length;
    ends.push(end);
  }
  return { paths: files.map(({ file }) => file.path), ends, bytes };
}
