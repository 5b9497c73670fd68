import { measureInteractions, SLOWDOWN } from './browser.ts';
import { elasticSource, type Ground } from './ground.ts';
import { buildSite } from './site.ts';
import type { BenchTable } from './table.ts';

/** Rows of the large table: with SigmaHQ's and Elastic's rules they make more than 10,000. */
const GENERATED = 4500;
const RUNS = 5;

/** What a reader waits for on a site of more than 10,000 rules, or on the site given. */
export async function benchInteractions(ground: Ground, site?: string): Promise<BenchTable> {
  const { browser, costs } = await measureInteractions(site ?? build(ground), { runs: RUNS });
  const figure = (milliseconds: number): string =>
    milliseconds === 0 ? 'under 16' : milliseconds.toFixed(0);
  return {
    id: 'browser',
    title: `${browser}, processor slowed ${String(SLOWDOWN)} times, ms of ${String(RUNS)} runs`,
    head: ['', 'to next paint, median', 'worst', 'longest task'],
    rows: costs.map(({ page, says, median, worst, blocked }) => [
      `${page}: ${says}`,
      figure(median),
      figure(worst),
      blocked === 0 ? 'under 50' : blocked.toFixed(0),
    ]),
  };
}

function build(ground: Ground): string {
  const sources = [
    { name: 'sigmahq', git: ground.sigma() },
    elasticSource(ground),
    { name: 'team', git: ground.generated(GENERATED) },
  ];
  return buildSite(ground, ground.config('browser', sources), 'browser-site').root;
}
