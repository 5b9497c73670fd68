import type fc from 'fast-check';
import type { Seed } from './mutated-file.ts';

/** Real files by the format that reads them. */
export type Seeds = ReadonlyMap<string, readonly [Seed, ...Seed[]]>;

/** One thing that takes other people's input. */
export interface Target {
  id: string;
  /** Texts and files that could be its input, to be tried one by one. */
  inputs: fc.Arbitrary<unknown>;
  /** @throws Error when something does not hold for an input. */
  hold: (input: unknown) => void | Promise<void>;
  /** How many cases of this target are worth one of a reader: it costs more. */
  share: number;
}

/** A target whose inputs are of one type. */
export function aTarget<T>(
  id: string,
  inputs: fc.Arbitrary<T>,
  hold: (input: T) => void | Promise<void>,
  share = 1,
): Target {
  return { id, inputs, hold: (input) => hold(input as T), share };
}
