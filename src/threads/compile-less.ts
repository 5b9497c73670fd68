import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 keep its slow compilers for what runs for long. A run that reads some thousand rules is over before their code
 * has paid for itself, and compiling it in the background takes a third of two cores from the threads that read. What is
 * called as often as a hundred thousand rules make it is still compiled. Holds for all threads of the process.
 */
export function compileLess(): void {
  setFlagsFromString('--invocation-count-for-turbofan=100000');
  setFlagsFromString('--no-maglev-inlining');
}

/** Takes {@link compileLess} back, to V8's own: rendering thousands of pages goes on for long enough. */
export function compileAsUsual(): void {
  setFlagsFromString('--invocation-count-for-turbofan=3000');
  setFlagsFromString('--maglev-inlining');
}
