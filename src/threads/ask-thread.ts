import { once } from 'node:events';
import type { Transferable, WorkerOptions } from 'node:worker_threads';
import { asError, type Failure } from './failure.ts';
import { startThread } from './start-thread.ts';

/** What a thread answers. */
export type Answer<Result> = { result: Result } | { failure: Failure };

/**
 * Has a thread of its own do one thing. It starts at once, whenever its answer is waited for; nobody need wait.
 *
 * @param module What runs in it, and answers with `answerInThread`.
 * @param options.what In words, for when it dies: `The search index could not be made`.
 * @param options.transfer What of the request is handed over rather than copied.
 */
export function askThread<Result>(
  module: URL,
  request: unknown,
  {
    what,
    transfer = [],
    limits,
  }: { what: string; transfer?: readonly Transferable[]; limits?: WorkerOptions['resourceLimits'] },
): Promise<Result> {
  const worker = startThread(module, limits);
  const answered = Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => [])]);
  worker.postMessage(request, transfer);
  const result = answered.then(async (message): Promise<Result> => {
    const [answer] = message as [Answer<Result>?];
    await worker.terminate();
    if (answer === undefined) throw new Error(`${what}: the thread that does it ended`);
    if ('failure' in answer) throw asError(answer.failure);
    return answer.result;
  });
  // Whoever waits for it is told.
  result.catch(() => undefined);
  return result;
}
