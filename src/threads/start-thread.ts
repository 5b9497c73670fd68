import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * What a thread runs first. A module that is the entry itself would not come out of the compile cache, and in a checkout
 * Node would load its TypeScript compiler for it: a quarter of what reading all of SigmaHQ takes.
 */
const ENTRY =
  "require('node:module').enableCompileCache(); import(require('node:worker_threads').workerData);";

/** Starts a thread that runs a module. */
export function startThread(module: URL, resourceLimits?: WorkerOptions['resourceLimits']): Worker {
  return new Worker(ENTRY, {
    eval: true,
    workerData: module.href,
    ...(resourceLimits && { resourceLimits }),
  });
}

/** The URL of a module beside another: in a checkout modules are TypeScript, in the package they are compiled. */
export function moduleBeside(url: string, name: string): URL {
  return new URL(`${name}${extname(fileURLToPath(url))}`, url);
}
