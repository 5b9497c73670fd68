import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elasticSource, SIGMA_GLOBS, type Ground } from './ground.ts';
import { measure, medianOf, type Cost } from './measure.ts';
import { costHead, costRow, type BenchTable } from './table.ts';

/** A script that reads the same files out of Git through the same YAML parser, and does nothing else. */
export function bareParse(repository: string, globs: readonly string[] = SIGMA_GLOBS): Cost {
  return medianOf(3, () => measure([join(import.meta.dirname, 'bare-parse.ts'), repository, ...globs]));
}

/** `layers` of SigmaHQ against a bare parse of its files: cold, warm, with its past, and with Elastic's. */
export function benchLayers(ground: Ground): BenchTable {
  const sigma = { name: 'sigmahq', git: ground.sigma(), include: SIGMA_GLOBS };
  const sigmaConfig = ground.config('sigma', [sigma]);
  const pastConfig = ground.config('past', [sigma], { history: { points: 24, every: 'month' } });
  const bothConfig = ground.config('both-layers', [sigma, elasticSource(ground)]);
  const out = join(ground.folder, 'layers');
  const layers = (file: string): Cost =>
    ground.coverbook('layers', '--quiet', '--config', file, '--out', out);

  const bare = bareParse(ground.sigma());
  const cold = medianOf(3, () => {
    ground.forget();
    return layers(sigmaConfig);
  });
  const warm = medianOf(3, () => layers(sigmaConfig));
  layers(pastConfig);
  const pastCold = medianOf(3, () => {
    // All else is warm, so that what is over is what the past costs.
    ground.forget('past');
    return layers(pastConfig);
  });
  const pastWarm = medianOf(3, () => layers(pastConfig));
  const { points } = JSON.parse(readFileSync(join(out, 'api/history.json'), 'utf8')) as { points: unknown[] };
  layers(bothConfig);
  const both = medianOf(3, () => layers(bothConfig));
  const states = `${String(points.length)} states of its past`;
  return {
    id: 'layers',
    title: `layers of SigmaHQ, ${bare.stdout.trim()} files`,
    head: costHead('', 'bare parse'),
    rows: [
      costRow('bare parse', bare, bare),
      costRow('layers, cold', cold, bare),
      costRow('layers, warm', warm, bare),
      costRow(`with ${states}, past cold`, pastCold, bare),
      costRow(`with ${states}, warm`, pastWarm, bare),
      costRow('SigmaHQ and Elastic, warm', both, bare),
    ],
  };
}
