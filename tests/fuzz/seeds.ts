import { readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { readFile } from '../read-file.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';
import { SEEDS } from './format-seeds.ts';
import type { Seed } from './mutated-file.ts';
import type { Seeds } from './target.ts';

const ARCHIVES = [
  'atomic-red-team.tar.gz',
  'car-analytics.tar.gz',
  'chronicle-community.tar.gz',
  'elastic-rules.tar.gz',
  'falco-rules.tar.gz',
  'kql-markdown.tar.gz',
  'panther-rules.tar.gz',
  'sigma-regression-info.tar.gz',
  'sigma-rules-history.bundle',
  'splunk-detections.tar.gz',
  'threathunter-playbook.tar.gz',
];

/** Files of one corpus that are looked at: enough for every variant of its formats. */
const LOOKED_AT = 400;

/** Real files kept of each format and extension of a corpus. */
const KEPT = 8;

/** A reader reads its text in a moment; a larger one makes cases slow and finds nothing more. */
const MAX_BYTES = 60_000;

/**
 * What a clone has: the small text of each format, and the demo team's own files by the format that reads them.
 */
export function ownSeeds(): Seeds {
  const seeds = new Map<string, [Seed, ...Seed[]]>(Object.entries(SEEDS).map(([id, seed]) => [id, [seed]]));
  const content = resolve(import.meta.dirname, '../../content');
  const paths = globSync(['**/*.{yml,yaml,toml,md,mdx,csv,json}'], { cwd: content, ignore: ['docs/**'] });
  keep(
    seeds,
    paths.sort().map((path) => ({ path, bytes: readFileSync(join(content, path)) })),
  );
  return seeds;
}

/**
 * The same with a sample of public rule sets.
 *
 * @param shared Folder with `corpora/`.
 */
export function corpusSeeds(shared: string): Seeds {
  const seeds = new Map([...ownSeeds()].map(([id, own]) => [id, [...own] as [Seed, ...Seed[]]]));
  for (const archive of ARCHIVES) {
    const files = corpusFiles(corpusFolder(shared, archive), ['**']);
    const every = Math.max(1, Math.floor(files.length / LOOKED_AT));
    keep(
      seeds,
      files.filter((_, index) => index % every === 0),
    );
  }
  return seeds;
}

/** Adds files to the seeds of the readers that read them, a few of each extension. */
function keep(
  seeds: Map<string, [Seed, ...Seed[]]>,
  files: readonly { path: string; bytes: Uint8Array }[],
): void {
  const kept = new Map<string, number>();
  for (const { path, bytes } of files) {
    if (bytes.length > MAX_BYTES) continue;
    const extension = extname(path).toLowerCase();
    const { format } = readFile(path, bytes);
    const kind = `${String(format)} ${extension}`;
    const count = kept.get(kind) ?? 0;
    if (format === null || count >= KEPT) continue;
    kept.set(kind, count + 1);
    seeds.get(format)?.push({ extension, text: Buffer.from(bytes).toString('utf8') });
  }
}
