import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { changeRule } from './change-rule.ts';
import { EVERY_DOMAIN, SIGMA_GLOBS, type Ground } from './ground.ts';
import { measure, medianOf, type Cost } from './measure.ts';
import { costHead, costRow, type BenchTable } from './table.ts';

/** A script that reads the same files out of Git through the same YAML parser, and does nothing else. */
export function bareParse(repository: string, globs: readonly string[] = SIGMA_GLOBS): Cost {
  return medianOf(3, () => measure([join(import.meta.dirname, 'bare-parse.ts'), repository, ...globs]));
}

/** `layers` of SigmaHQ and of all public rule sets against a bare parse of SigmaHQ's files. */
export function benchLayers(ground: Ground): BenchTable {
  const sigma = { name: 'sigmahq', git: ground.sigma(), include: SIGMA_GLOBS };
  const sigmaConfig = ground.config('sigma', [sigma]);
  const pastConfig = ground.config('past', [sigma], { history: { points: 24, every: 'month' } });
  const allConfig = ground.config('all-layers', ground.everything(), EVERY_DOMAIN);
  const layers = (file: string): Cost =>
    ground.coverbook(
      'layers',
      '--quiet',
      '--config',
      file,
      '--out',
      join(ground.folder, basename(file, '.yaml')),
    );
  /** What was read is kept, and everything is worked out and written anew. */
  const warm = (file: string): Cost =>
    medianOf(3, () => {
      ground.forget('outputs');
      return layers(file);
    });
  const changed = (file: string): Cost => {
    const changes: (() => void)[] = [];
    const cost = medianOf(3, () => {
      changes.push(changeRule(ground.sigma()));
      return layers(file);
    });
    changes[0]?.();
    layers(file);
    return cost;
  };

  const bare = bareParse(ground.sigma());
  const cold = medianOf(3, () => {
    ground.forget();
    return layers(sigmaConfig);
  });
  const sigmaRows = [
    costRow('layers, cold', cold, bare),
    costRow('warm: what was read is kept', warm(sigmaConfig), bare),
    costRow('one rule changed', changed(sigmaConfig), bare),
    costRow(
      'nothing changed',
      medianOf(3, () => layers(sigmaConfig)),
      bare,
    ),
  ];
  layers(pastConfig);
  const pastCold = medianOf(3, () => {
    // All else is warm, so that what is over is what the past costs.
    ground.forget('past');
    ground.forget('outputs');
    return layers(pastConfig);
  });
  const pastWarm = warm(pastConfig);
  const history = join(ground.folder, basename(pastConfig, '.yaml'), 'api/history.json');
  const { points } = JSON.parse(readFileSync(history, 'utf8')) as { points: unknown[] };
  const states = `${String(points.length)} states of its past`;
  layers(allConfig);
  return {
    id: 'layers',
    title: `layers of SigmaHQ, ${bare.stdout.trim()} files`,
    head: costHead('', 'bare parse'),
    rows: [
      costRow('bare parse', bare, bare),
      ...sigmaRows,
      costRow(`with ${states}, past cold`, pastCold, bare),
      costRow(`with ${states}, warm`, pastWarm, bare),
      costRow('all public rule sets, warm', warm(allConfig), bare),
      costRow('all public rule sets, one rule changed', changed(allConfig), bare),
      costRow(
        'all public rule sets, nothing changed',
        medianOf(3, () => layers(allConfig)),
        bare,
      ),
    ],
  };
}
