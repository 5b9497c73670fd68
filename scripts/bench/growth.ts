import { join } from 'node:path';
import { bareParse } from './layers.ts';
import type { Ground } from './ground.ts';
import { medianOf, type Cost } from './measure.ts';
import { buildSite } from './site.ts';
import { seconds, times, type BenchTable } from './table.ts';

/** Rules up to which each has a page; more stand in a table per technique, as their team would have it. */
const MOST_PAGES = 10_000;
/** Runs of which the median counts; large sets tell enough in one. */
const runsOf = (count: number): number => (count <= 10_000 ? 3 : 1);

interface Grown {
  count: number;
  bare: Cost;
  cold: Cost;
  warm: Cost;
  build: Cost & { pages: number };
}

/** `layers` and `build` of generated rules at several sizes: whether time and memory grow as the rules do, stage by stage. */
export function benchGrowth(ground: Ground, counts: readonly number[], more: object = {}): BenchTable[] {
  const grown = counts.map((count) => grow(ground, count, more));
  return [overall(grown), stages(grown, 'cold'), stages(grown, 'warm')];
}

function grow(ground: Ground, count: number, more: object): Grown {
  const git = ground.generated(count);
  const pages = { rules: count <= MOST_PAGES ? 'each' : 'by-technique' };
  const config = ground.config(`rules-${String(count)}`, [{ name: 'rules', git }], { pages, ...more });
  const layers = (): Cost =>
    ground.coverbook('layers', '--quiet', '--config', config, '--out', join(ground.folder, 'grown'));
  const cold = medianOf(runsOf(count), () => {
    ground.forget();
    return layers();
  });
  const warm = medianOf(runsOf(count), () => {
    ground.forget('outputs');
    return layers();
  });
  return {
    count,
    bare: bareParse(git, ['rules/**']),
    cold,
    warm,
    build: buildSite(ground, config, `site-${String(count)}`),
  };
}

function overall(grown: readonly Grown[]): BenchTable {
  return {
    id: 'growth',
    title: 'layers and build of generated rules',
    head: [
      'rules',
      'layers cold × bare',
      'warm × bare',
      'cold µs CPU a rule',
      'warm µs CPU a rule',
      'cold wall s',
      'warm wall s',
      'cold peak MB',
      'warm peak MB',
      'build pages',
      'build wall s',
      'build peak MB',
    ],
    rows: grown.map(({ count, bare, cold, warm, build }) => [
      count.toLocaleString('en'),
      times(cold.cpu / bare.cpu),
      times(warm.cpu / bare.cpu),
      ((cold.cpu / count) * 1e6).toFixed(0),
      ((warm.cpu / count) * 1e6).toFixed(0),
      seconds(cold.wall),
      seconds(warm.wall),
      cold.peak.toFixed(0),
      warm.peak.toFixed(0),
      build.pages.toLocaleString('en'),
      seconds(build.wall),
      build.peak.toFixed(0),
    ]),
  };
}

/** Seconds of each stage, and megabytes of peak memory up to its end. Stages overlap, so they need not add up. */
function stages(grown: readonly Grown[], run: 'cold' | 'warm'): BenchTable {
  const names = [...new Set(grown.flatMap((one) => one[run].stages.map(({ name }) => name)))];
  return {
    id: `stages-${run}`,
    title: `stages of layers, ${run}: seconds / peak MB so far`,
    head: ['stage', ...grown.map(({ count }) => count.toLocaleString('en'))],
    rows: names.map((name) => [
      name,
      ...grown.map((one) => {
        const stage = one[run].stages.find((candidate) => candidate.name === name);
        return stage ? `${stage.wall.toFixed(2)} / ${stage.peak.toFixed(0)}` : '–';
      }),
    ]),
  };
}
