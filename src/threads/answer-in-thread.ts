import { parentPort } from 'node:worker_threads';
import type { Answer } from './ask-thread.ts';
import { asFailure } from './failure.ts';

/** Does what this thread is asked for, see `askThread`: once, and then it ends. */
export function answerInThread(work: (request: never) => unknown): void {
  parentPort?.once('message', (request: unknown) => {
    void answerTo(request, work).then((answer) => parentPort?.postMessage(answer));
  });
}

async function answerTo(request: unknown, work: (request: never) => unknown): Promise<Answer<unknown>> {
  try {
    return { result: await work(request as never) };
  } catch (error) {
    return { failure: asFailure(error) };
  }
}
