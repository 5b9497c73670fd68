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
 * Has V8 make the room for new objects no larger than it is by now (some megabytes), instead of up to 32 MB twice: a fifth
 * of a run without pages went into fetching such memory from the system, and a third of what it held was that room.
 */
export function keepNewSpaceSmall(): void {
  // The size itself can no longer be set once a process runs.
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Takes {@link keepNewSpaceSmall} back: rendering pages, of which most is thrown away, is slower with it. */
export function letNewSpaceGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}
