import fc from 'fast-check';
import type { Target } from './target.ts';

/** An input that took long. */
export interface SlowCase {
  /** Milliseconds. */
  time: number;
  input: unknown;
}

export interface Tried {
  cases: number;
  /** The smallest input that does not hold, and why; undefined when all did. */
  failure?: { input: unknown; error: string };
  /** Slowest first. */
  slow: SlowCase[];
}

/**
 * Tries a target with many inputs, and makes one that does not hold as small as it gets.
 *
 * @param slowFrom Milliseconds from which an input is slow.
 */
export async function tryTarget(
  { inputs, hold }: Target,
  { cases, seed, slowFrom }: { cases: number; seed: number; slowFrom: number },
): Promise<Tried> {
  const slow: SlowCase[] = [];
  const property = fc.asyncProperty(inputs, async (input) => {
    const start = performance.now();
    await hold(input);
    const time = performance.now() - start;
    if (time >= slowFrom) slow.push({ time, input });
  });
  const result = await fc.check(property, { numRuns: cases, seed });
  slow.sort((a, b) => b.time - a.time);
  if (!result.failed) return { cases: result.numRuns, slow };
  const error = result.errorInstance;
  return {
    cases: result.numRuns,
    slow,
    failure: {
      input: result.counterexample?.[0],
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    },
  };
}
