import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { corpusSeeds, ownSeeds } from '../tests/fuzz/seeds.ts';
import { targetsFor } from '../tests/fuzz/targets.ts';
import { tryTarget } from '../tests/fuzz/try-target.ts';

// Tries everything that takes other people's input with files that are nearly right: real ones of public rule sets with
// changes to their bytes, words and data. `npm run fuzz -- --cases 100000 --seed 7 --target sigma` deals the cases out
// over the targets whose id holds the word; what fails or is slow is kept as files.

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    target: { type: 'string', default: '' },
    slow: { type: 'string', default: '1000' },
    out: { type: 'string', default: join(tmpdir(), 'coverbook-fuzz') },
  },
});
const seed = Number(options.seed);
const shared = resolve(process.env['COVERBOOK_CORPORA'] ?? join(import.meta.dirname, '../../shared'));
const hasCorpora = existsSync(join(shared, 'corpora'));
const seeds = hasCorpora ? corpusSeeds(shared) : ownSeeds();
const targets = targetsFor(seeds).filter(({ id }) => id.includes(options.target));
const shares = targets.reduce((sum, { share }) => sum + share, 0);
const count = [...seeds.values()].flat().length;
print(
  `seed ${seed}, ${count} files to start from${hasCorpora ? '' : ' (no public rule sets: COVERBOOK_CORPORA)'}`,
);

mkdirSync(options.out, { recursive: true });
let failures = 0;
for (const target of targets) {
  const cases = Math.max(1, Math.round((Number(options.cases) * target.share) / shares));
  const start = performance.now();
  const tried = await tryTarget(target, { cases, seed, slowFrom: Number(options.slow) });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  print(`${target.id}: ${tried.cases} cases, ${seconds} s`);
  for (const [index, { time, input }] of tried.slow.slice(0, 3).entries())
    print(`  slow: ${(time / 1000).toFixed(1)} s, ${keep(`${target.id} slow ${index}`, input)}`);
  if (!tried.failure) continue;
  failures += 1;
  print(
    `  FAILS: ${keep(`${target.id} failure`, tried.failure.input)}\n${tried.failure.error.slice(0, 3_000)}`,
  );
}
process.exitCode = failures > 0 ? 1 : 0;

/** Writes an input down, and says where and how large. */
function keep(name: string, input: unknown): string {
  const files = [input].flat(2) as { path: string; bytes: Uint8Array }[];
  return files
    .map(({ path, bytes }, index) => {
      const file = join(options.out, `${name} ${index} ${path}`.replaceAll(/[^\w.]+/g, '-'));
      writeFileSync(file, bytes);
      return `${file} (${bytes.length} bytes)`;
    })
    .join(', ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
