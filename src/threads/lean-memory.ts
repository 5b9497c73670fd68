import { setFlagsFromString } from 'node:v8';

/**
 * Gives memory back sooner, for a build that holds much of it and would be no faster with more. To be called before the
 * bundler is loaded.
 *
 * V8 is to collect before its heap is a fifth larger than what lives in it: left to itself it waits longer the more memory
 * the machine has. The bundler's allocator (mimalloc, which goes by this variable) is to return at once what it frees.
 */
export function keepMemoryLean(): void {
  setFlagsFromString('--heap-growing-percent=20');
  process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
}

/**
 * Has V8 make the room for new objects no larger than it is by now (some megabytes), where it would let it grow to a
 * hundred and more: fetching such memory from the system took an eighth to a sixth of a run without pages, and it was a
 * third of what the run held.
 */
export function keepNewSpaceSmall(): void {
  // The size itself can no longer be set once a process runs.
  setFlagsFromString('--semi-space-growth-factor=1');
  // That of threads to come can (in MB): with the little they would begin with, they collect all the time.
  setFlagsFromString('--min-semi-space-size=4');
}

/** Takes {@link keepNewSpaceSmall} back: rendering pages, of which most is thrown away, is slower with little room. */
export function letNewSpaceGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}
