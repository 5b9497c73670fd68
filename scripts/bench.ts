import { resolve } from 'node:path';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { Ground } from './bench/ground.ts';
import { benchGrowth } from './bench/growth.ts';
import { benchInteractions } from './bench/interactions.ts';
import { benchLayers } from './bench/layers.ts';
import { machineWords } from './bench/machine.ts';
import { benchPeers } from './bench/peers.ts';
import { benchReview } from './bench/review.ts';
import { benchSite } from './bench/site.ts';
import { tableMarkdown, type BenchTable } from './bench/table.ts';
import { writePage } from './bench/write-page.ts';

// Measures what the documentation promises. Absolute times mean little on a shared machine; the multiples of a yardstick
// taken in the same run are what to compare.

interface Options {
  rules?: number[];
  site?: string;
  json?: true;
  write?: true;
}

const PAGE = resolve(import.meta.dirname, '../content/docs/performance.mdx');
const COUNTS = [1000, 10_000, 50_000, 100_000];

const MEASUREMENTS: Record<
  string,
  (ground: Ground, options: Options) => BenchTable[] | Promise<BenchTable[]>
> = {
  layers: (ground) => [benchLayers(ground)],
  review: (ground) => [benchReview(ground)],
  site: (ground) => [benchSite(ground)],
  growth: (ground, { rules }) => benchGrowth(ground, rules ?? COUNTS),
  peers: (ground) => [benchPeers(ground)],
  browser: async (ground, { site }) => [await benchInteractions(ground, site)],
};

const program = new Command('bench')
  .description('Measures Coverbook on the public rule sets, and says how it compares.')
  .addArgument(new Argument('[what...]', 'only these; all without').choices(Object.keys(MEASUREMENTS)))
  .option(
    '--rules <counts>',
    'how many generated rules growth is measured at, alone when nothing else is named',
    counts,
  )
  .option('--site <dir>', 'measure the browser on this site, built for the base /')
  .option('--json', 'print JSON')
  .option('--write', 'put the tables into content/docs/performance.mdx');

program.parse();
const options = program.opts<Options>();
const named = program.processedArgs[0] as string[];
const all = options.rules ? ['growth'] : Object.keys(MEASUREMENTS);
const about = machineWords();
const ground = new Ground();
const tables: BenchTable[] = [];
for (const what of named.length > 0 ? named : all) {
  process.stderr.write(`Measuring ${what}\n`);
  tables.push(...((await MEASUREMENTS[what]?.(ground, options)) ?? []));
}
if (options.json) process.stdout.write(`${JSON.stringify({ about, tables }, undefined, 2)}\n`);
else {
  const texts = tables.map((table) => `${table.title}\n\n${tableMarkdown(table)}\n`);
  process.stdout.write(`${about}\n\n${texts.join('\n')}`);
}
if (options.write) writePage(PAGE, tables, about);

function counts(text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.every((count) => Number.isInteger(count) && count > 0)) return numbers;
  throw new InvalidArgumentError('Give whole numbers with commas between them: 1000,10000.');
}
