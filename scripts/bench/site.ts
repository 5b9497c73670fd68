import { join } from 'node:path';
import { changeRule } from './change-rule.ts';
import { EVERY_DOMAIN, type Ground } from './ground.ts';
import { bareParse } from './layers.ts';
import type { Cost } from './measure.ts';
import { costHead, costRow, type BenchTable } from './table.ts';

/** A site and what building it cost. */
export interface BuiltSite extends Cost {
  root: string;
  pages: number;
}

/**
 * Builds the site of a config. `--out` is the same each time: what is left there of the last build counts as warm.
 *
 * @param options.whole Watches the memory of all processes.
 * @param options.compiles Has it compile its pages, which come with the package otherwise.
 */
export function buildSite(
  ground: Ground,
  config: string,
  name: string,
  { whole = false, compiles = false }: { whole?: boolean; compiles?: boolean } = {},
): BuiltSite {
  if (compiles) ground.forgetCompiledPages();
  else ground.compilePages();
  const root = join(ground.folder, name);
  const args = ['build', '--config', config, '--out', root];
  const cost = whole ? ground.watched(...args) : ground.coverbook(...args);
  return { ...cost, root, pages: Number(/(\d{1,9}) pages/.exec(cost.stderr)?.[1] ?? 0) };
}

/** The config of the large site: all public rule sets, deprecated rules too. */
export const largeSite = (ground: Ground): string =>
  ground.config('everything', ground.everything(), EVERY_DOMAIN);

/**
 * `build` of all public rule sets: cold, in a checkout and as the package does it, after one rule changed on the day of the
 * last commit and on the next, and with nothing changed.
 */
export function benchSite(ground: Ground): BenchTable {
  const bare = bareParse(ground.sigma());
  const config = largeSite(ground);
  const build = (compiles = false): BuiltSite => buildSite(ground, config, 'site', { whole: true, compiles });
  ground.forget();
  const compiling = build(true);
  ground.forget();
  const cold = build();
  const undo = changeRule(ground.sigma());
  const changed = build();
  const same = build();
  changeRule(ground.sigma(), { days: 1 });
  const later = build();
  undo();
  const row = (name: string, cost: Cost): string[] => [...costRow(name, cost, bare), wholeOf(cost)];
  return {
    id: 'site',
    title: `build of all public rule sets, ${cold.pages.toLocaleString('en')} pages`,
    head: [...costHead('', 'bare parse'), 'all processes MB'],
    rows: [
      row('bare parse of SigmaHQ', bare),
      row('build, cold, pages compiled as well', compiling),
      row('build, cold', cold),
      row('build, one rule changed', changed),
      row('build, one rule changed, a day later', later),
      row('build, nothing changed', same),
    ],
  };
}

const wholeOf = ({ whole }: Cost): string =>
  whole === undefined ? '–' : Math.round(whole).toLocaleString('en');
