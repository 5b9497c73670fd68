import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGMA_GLOBS, type Ground } from './ground.ts';
import { bareParse } from './layers.ts';
import { medianOf, type Cost } from './measure.ts';
import { run } from './run.ts';
import { costHead, costRow, type BenchTable } from './table.ts';

/** `review` of SigmaHQ's last fifty commits, and of one changed file. */
export function benchReview(ground: Ground): BenchTable {
  const sigma = ground.sigma();
  const bare = bareParse(sigma);
  const config = join(sigma, 'coverbook.yaml');
  const sources = [{ name: 'sigmahq', path: '.', include: SIGMA_GLOBS }];
  writeFileSync(config, JSON.stringify({ title: 'Benchmark', sources }));
  const review = (...refs: string[]): Cost =>
    ground.coverbook('review', '--quiet', '--config', config, ...refs);
  const fifty = ['--base', 'HEAD~50', '--head', 'HEAD'];
  const cold = medianOf(3, () => {
    ground.forget();
    return review(...fifty);
  });
  const warm = medianOf(3, () => review(...fifty));
  const [path = ''] = run('git', ['-C', sigma, 'ls-files', 'rules/**.yml']).split('\n');
  const text = readFileSync(join(sigma, path), 'utf8');
  writeFileSync(join(sigma, path), `${text}# Changed.\n`);
  review('--base', 'HEAD');
  const one = medianOf(3, () => review('--base', 'HEAD'));
  writeFileSync(join(sigma, path), text);
  return {
    id: 'review',
    title: 'review of SigmaHQ',
    head: costHead('', 'bare parse'),
    rows: [
      costRow('bare parse', bare, bare),
      costRow('50 commits, cold', cold, bare),
      costRow('50 commits, warm', warm, bare),
      costRow('one changed file, warm', one, bare),
    ],
  };
}
