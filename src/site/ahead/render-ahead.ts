import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { moduleBeside, startThread } from '../../threads/start-thread.ts';
import type { AttackLink } from '../attack-resolver.ts';
import type { TextJob } from './text-job.ts';

/** What the thread is given. */
export interface AheadRequest {
  jobs: readonly TextJob[];
  links: ReadonlyMap<string, AttackLink>;
  /** For each job, whether somebody does it: 0 or 1. Shared, so that none is done twice. */
  taken: Int32Array;
  /** Where answers go. */
  port: MessagePort;
}

/** What it answers, for each job it did. */
export type AheadAnswer = [index: number, html: string];

/** Texts that are rendered by another thread meanwhile. */
export interface TextsAhead {
  /** The HTML of a job, by its id; undefined where the asker is to render it. Each is asked for once. */
  take(id: string): string | undefined;
  stop(): void;
}

/** With fewer, the thread would have loaded its modules when all of them are done. */
const WORTH_A_THREAD = 500;
/** Every text is gone when its HTML is: more room would only be filled later. */
const LEAN = { maxYoungGenerationSizeMb: 16 };

const RENDERER = moduleBeside(import.meta.url, 'render-on-request');

/**
 * Has a thread render texts, the last one first: who makes the pages begins at the other end and takes what is there.
 * A thread that dies costs time only.
 *
 * @param jobs By id, in the order they will be asked for.
 * @param links Where the ids of ATT&CK's objects lead.
 * @param options.module What runs in the thread.
 */
export function renderAhead(
  jobs: ReadonlyMap<string, TextJob>,
  links: ReadonlyMap<string, AttackLink>,
  { module = RENDERER }: { module?: URL } = {},
): TextsAhead {
  if (jobs.size < WORTH_A_THREAD || availableParallelism() < 2)
    return { take: () => undefined, stop: () => undefined };
  const places = new Map([...jobs.keys()].map((id, index) => [id, index]));
  const taken = new Int32Array(new SharedArrayBuffer(jobs.size * Int32Array.BYTES_PER_ELEMENT));
  const { port1: answers, port2: port } = new MessageChannel();
  const thread = startThread(module, LEAN);
  // Nobody waits for it.
  thread.unref();
  thread.on('error', () => undefined);
  thread.postMessage({ jobs: [...jobs.values()], links, taken, port } satisfies AheadRequest, [port]);
  const rendered = new Map<number, string>();
  return {
    take(id) {
      const index = places.get(id);
      if (index === undefined) return undefined;
      // Pages are made for seconds on end without a look at events.
      for (let found = receiveMessageOnPort(answers); found; found = receiveMessageOnPort(answers))
        rendered.set(...(found.message as AheadAnswer));
      const html = rendered.get(index);
      rendered.delete(index);
      if (html === undefined) Atomics.store(taken, index, 1);
      return html;
    },
    stop() {
      answers.close();
      void thread.terminate();
    },
  };
}
