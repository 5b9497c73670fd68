import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARSED_EXTENSIONS } from '../../src/documents/extensions.ts';
import { READERS } from '../readers.ts';
import { SEEDS } from './format-seeds.ts';
import { holdReading } from './hold-reading.ts';
import { PIECES } from './pieces.ts';
import { ownSeeds } from './seeds.ts';
import { targetsFor } from './targets.ts';
import { tryTarget } from './try-target.ts';

/** The same cases in every run; `npm run fuzz` tries others, and many more. */
const SEED = 2026;

describe.each(READERS.map(({ id }) => id))('%s', (id) => {
  test('reads its seed without a complaint about the syntax', () => {
    const seed = SEEDS[id]!;
    const read = holdReading(`folder/seed${seed.extension}`, Buffer.from(seed.text));
    expect(read.format).toBe(id);
    expect(read.findings.filter(({ rule }) => rule.startsWith('file/'))).toEqual([]);
  });
});

test.each(targetsFor(ownSeeds()).map((target) => ({ ...target, name: target.id })))(
  `$name holds for files that are nearly right (seed ${SEED})`,
  async (target) => {
    const cases = Math.ceil(300 * target.share);
    const { failure } = await tryTarget(target, { cases, seed: SEED, slowFrom: Infinity });
    expect(failure?.error).toBeUndefined();
  },
);

test.each([...PARSED_EXTENSIONS])('any bytes in a %s file give items and findings', (extension) => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ maxLength: 200, unit: 'binary' }).map((text) => Buffer.from(text)),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join(''))),
    fc.json().map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(bytes, (content) => {
      holdReading(`folder/any${extension}`, content);
    }),
    { numRuns: 300, seed: SEED },
  );
});
