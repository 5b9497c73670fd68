import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { measure, medianOf, type Cost } from './bench/measure.ts';

// Measures what the README promises, on SigmaHQ's and Elastic's public rules. Absolute times mean little on a
// shared machine; the multiples of a bare parse, taken in the same run, are what to compare.

const SIGMA_GLOBS = [
  'rules/**',
  'rules-emerging-threats/**',
  'rules-threat-hunting/**',
  'rules-compliance/**',
];

const data = resolve(
  process.env['COVERBOOK_CORPORA'] ?? join(import.meta.dirname, '../../shared'),
  'corpora',
);
if (!existsSync(data)) {
  process.stderr.write('The benchmark needs the public rule sets: name their folder in COVERBOOK_CORPORA.\n');
  process.exit(3);
}

const folder = mkdtempSync(join(tmpdir(), 'coverbook-bench-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const sigma = join(folder, 'sigma');
const elastic = join(folder, 'elastic');
run('git', ['clone', '-q', join(data, 'sigma-rules-history.bundle'), sigma]);
mkdirSync(elastic);
run('tar', ['xzf', join(data, 'elastic-rules.tar.gz'), '-C', elastic]);

const sigmaSource = { name: 'sigmahq', git: sigma, include: SIGMA_GLOBS };
const elasticSource = {
  name: 'elastic',
  path: elastic,
  include: ['rules/**', 'rules_building_block/**', 'hunting/**'],
};
const sigmaConfig = config('sigma.yaml', [sigmaSource]);
const pastConfig = config('past.yaml', [sigmaSource], { history: { points: 24, every: 'month' } });
// The site takes the whole repository: deprecated and unsupported rules have pages too.
const bothConfig = config('both.yaml', [{ name: 'sigmahq', git: sigma }, elasticSource]);
const cli = resolve(import.meta.dirname, 'coverbook.mjs');
const cache = join(folder, 'cache');
const cold = {
  env: { COVERBOOK_CACHE: cache },
  before: () => {
    rmSync(cache, { recursive: true, force: true });
  },
};

const layers = (file: string): Cost =>
  measure([cli, 'layers', '--quiet', '--config', file, '--out', join(folder, 'out')], cold.env);
const bare = medianOf(3, () =>
  measure([join(import.meta.dirname, 'bench/bare-parse.ts'), sigma, ...SIGMA_GLOBS]),
);
const layersCold = medianOf(3, () => (cold.before(), layers(sigmaConfig)));
const layersWarm = medianOf(3, () => layers(sigmaConfig));
// Everything but the past is warm, so that what is over "warm" is what history costs.
const withoutPast = (): void => {
  rmSync(join(cache, 'past'), { recursive: true, force: true });
};
layers(pastConfig);
const pastCold = medianOf(3, () => (withoutPast(), layers(pastConfig)));
const pastWarm = medianOf(3, () => layers(pastConfig));
const past = JSON.parse(readFileSync(join(folder, 'out/api/history.json'), 'utf8')) as { points: unknown[] };
const bothWarm = medianOf(3, () => layers(bothConfig));
writeFileSync(
  join(sigma, 'coverbook.yaml'),
  JSON.stringify({ title: 'Benchmark', sources: [{ name: 'sigmahq', path: '.', include: SIGMA_GLOBS }] }),
);
const review = (...refs: string[]): Cost =>
  measure([cli, 'review', '--quiet', '--config', join(sigma, 'coverbook.yaml'), ...refs], cold.env);
const reviewCold = medianOf(3, () => (cold.before(), review('--base', 'HEAD~50', '--head', 'HEAD')));
const reviewWarm = medianOf(3, () => review('--base', 'HEAD~50', '--head', 'HEAD'));
const [changed = ''] = run('git', ['-C', sigma, 'ls-files', 'rules/**.yml']).split('\n');
writeFileSync(join(sigma, changed), `${readFileSync(join(sigma, changed), 'utf8')}# Changed.\n`);
review('--base', 'HEAD');
const reviewOne = medianOf(3, () => review('--base', 'HEAD'));
const build = (): Cost =>
  measure([cli, 'build', '--config', bothConfig, '--out', join(folder, 'site')], cold.env);
cold.before();
const siteCold = build();
const siteWarm = build();
const rules = measure([cli, 'stats', '--json', '--quiet', '--config', bothConfig], cold.env);
const { sources } = JSON.parse(rules.stdout) as {
  sources: { name: string; detections: { total: number } }[];
};

const pages = /(\d+) pages/.exec(siteCold.stderr)?.[1] ?? '?';
const counts = sources.map(({ name, detections }) => `${name} ${detections.total} rules`).join(', ');
const rows: [string, Cost][] = [
  ['bare parse of the SigmaHQ files', bare],
  ['coverbook layers, SigmaHQ, cold', layersCold],
  ['coverbook layers, SigmaHQ, warm', layersWarm],
  [`the same with its past (${past.points.length} states), past cold`, pastCold],
  [`the same with its past (${past.points.length} states), warm`, pastWarm],
  ['coverbook layers, SigmaHQ + Elastic, warm', bothWarm],
  ['coverbook review, SigmaHQ, 50 commits, cold', reviewCold],
  ['coverbook review, SigmaHQ, 50 commits, warm', reviewWarm],
  ['coverbook review, SigmaHQ, one changed file, warm', reviewOne],
  [`coverbook build, SigmaHQ + Elastic, cold (${pages} pages)`, siteCold],
  [`coverbook build, SigmaHQ + Elastic, warm (${pages} pages)`, siteWarm],
];
const width = Math.max(...rows.map(([name]) => name.length));
print(`Node ${process.version}, ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB; ${counts}`);
print(`${''.padEnd(width)}   CPU s  wall s  peak MB  x bare`);
for (const [name, { cpu, wall, peak }] of rows) {
  print(
    `${name.padEnd(width)}  ${cpu.toFixed(2).padStart(6)}  ${wall.toFixed(2).padStart(6)}  ` +
      `${peak.toFixed(0).padStart(7)}  ${(cpu / bare.cpu).toFixed(1).padStart(6)}`,
  );
}

function config(name: string, sources: unknown[], more: object = {}): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ title: 'Benchmark', sources, ...more }));
  return file;
}

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
