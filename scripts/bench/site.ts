import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { elasticSource, type Ground } from './ground.ts';
import { bareParse } from './layers.ts';
import type { Cost } from './measure.ts';
import { run } from './run.ts';
import { costHead, costRow, type BenchTable } from './table.ts';

/** A site and what building it cost. */
export interface BuiltSite extends Cost {
  root: string;
  pages: number;
}

/** Builds the site of a config. `--out` is the same each time: what is left there of the last build counts as warm. */
export function buildSite(ground: Ground, config: string, name: string): BuiltSite {
  const root = join(ground.folder, name);
  const cost = ground.coverbook('build', '--config', config, '--out', root);
  return { ...cost, root, pages: Number(/(\d{1,9}) pages/.exec(cost.stderr)?.[1] ?? 0) };
}

/** The config of the large site: SigmaHQ's whole repository, deprecated rules too, and Elastic's. */
export const largeSite = (ground: Ground): string =>
  ground.config('both', [{ name: 'sigmahq', git: ground.sigma() }, elasticSource(ground)]);

/** `build` of SigmaHQ and Elastic: cold, warm, and after one rule changed. */
export function benchSite(ground: Ground): BenchTable {
  const bare = bareParse(ground.sigma());
  const config = largeSite(ground);
  ground.forget();
  const cold = buildSite(ground, config, 'site');
  const warm = buildSite(ground, config, 'site');
  const changed = afterChange(ground.sigma(), () => buildSite(ground, config, 'site'));
  return {
    id: 'site',
    title: `build of SigmaHQ and Elastic, ${cold.pages.toLocaleString('en')} pages`,
    head: costHead('', 'bare parse'),
    rows: [
      costRow('bare parse of SigmaHQ', bare, bare),
      costRow('build, cold', cold, bare),
      costRow('build, warm', warm, bare),
      costRow('build, one rule changed', changed, bare),
    ],
  };
}

/** Does something after one rule of a repository changed, and takes the change back. */
function afterChange<Result>(repository: string, act: () => Result): Result {
  const git = (...args: string[]): string => run('git', ['-C', repository, ...args]);
  const [path = ''] = git('ls-files', 'rules/**.yml').split('\n');
  appendFileSync(join(repository, path), '# Changed.\n');
  git(
    '-c',
    'user.name=Benchmark',
    '-c',
    'user.email=benchmark@example.org',
    'commit',
    '-q',
    '-a',
    '-m',
    'Change',
  );
  try {
    return act();
  } finally {
    git('reset', '-q', '--hard', 'HEAD~1');
  }
}
