/** What runs in the thread that renders texts: see `render-ahead.ts`. */
import { parentPort } from 'node:worker_threads';
import type { AheadAnswer, AheadRequest } from './render-ahead.ts';
import { renderJob } from './text-job.ts';

parentPort?.once('message', ({ jobs, links, taken, port }: AheadRequest) => {
  for (let index = jobs.length - 1; index >= 0; index--) {
    const job = jobs[index];
    if (!job || Atomics.exchange(taken, index, 1) === 1) continue;
    try {
      port.postMessage([index, renderJob(job, (id) => links.get(id))] satisfies AheadAnswer);
    } catch {
      // Whoever makes the page fails at it as well, and says where.
    }
  }
  port.close();
});
