import fc from 'fast-check';
import { changeBytes } from './change-bytes.ts';
import { changeStructure } from './change-structure.ts';
import { changeTokens } from './change-tokens.ts';
import type { Step } from './step.ts';

/** A file that changes start from. */
export interface Seed {
  extension: string;
  text: string;
}

/** What a case reads, with what made it, for whoever looks into a failure. */
export interface MutatedFile {
  path: string;
  bytes: Buffer;
}

const step: fc.Arbitrary<Step> = fc.record({
  level: fc.constantFrom('bytes', 'tokens', 'structure'),
  kind: fc.nat(60),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  size: fc.oneof(fc.nat(4), fc.nat(80), fc.nat(2_000)),
  pick: fc.nat(5_000),
});

/** Files that are up to five changes away from one of the seeds. A file grown past the size nobody reads is cut there. */
export function mutatedFile(seeds: readonly [Seed, ...Seed[]]): fc.Arbitrary<MutatedFile> {
  return fc
    .record({
      seed: fc.constantFrom(...seeds),
      other: fc.constantFrom(...seeds),
      steps: fc.array(step, { minLength: 1, maxLength: 5 }),
    })
    .map(({ seed, other, steps }) => ({
      path: `folder/any${seed.extension}`,
      bytes: steps
        .reduce<Buffer>((bytes, one) => changed(bytes, seed.extension, one, other), Buffer.from(seed.text))
        .subarray(0, 1_048_576),
    }));
}

function changed(bytes: Buffer, extension: string, step: Step, other: Seed): Buffer {
  if (step.level === 'bytes') return changeBytes(bytes, step, Buffer.from(other.text));
  const text = bytes.toString('utf8');
  return Buffer.from(
    step.level === 'tokens' ? changeTokens(text, step) : changeStructure(text, extension, step),
  );
}
