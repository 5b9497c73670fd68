/**
 * Does a stage of a command and leaves how long it took on the timeline of `node:perf_hooks`, where a profiler or the benchmark
 * finds it under `coverbook: <stage>`. Stages may overlap: Git works while ATT&CK is read.
 */
export function timed<Result>(stage: string, work: () => Result): Result {
  const start = performance.now();
  const note = (): void => {
    performance.measure(`coverbook: ${stage}`, { start });
  };
  const result = work();
  if (result instanceof Promise) void result.then(note, () => undefined);
  else note();
  return result;
}
