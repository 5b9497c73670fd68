import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessReport } from './report-peak.ts';

/** What one run of a command cost. Seconds; megabytes (10^6 bytes). */
export interface Cost {
  wall: number;
  /** User and system time of the process and its children. */
  cpu: number;
  /** Peak resident memory of the Node process itself. */
  peak: number;
  /** What the product says of its stages, in the order they ended. Seconds, and megabytes of peak memory up to their end. */
  stages: { name: string; wall: number; peak: number }[];
  stdout: string;
  stderr: string;
}

/**
 * Runs a Node script and measures it. Bash's `time` counts the children a process waited for; Node does not.
 *
 * @throws Error with the command's stderr when it fails.
 */
export function measure(args: readonly string[], env: NodeJS.ProcessEnv = {}): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'coverbook-measure-'));
  const usage = join(folder, 'peak');
  try {
    const run = spawnSync(
      'bash',
      [
        '-c',
        `TIMEFORMAT='@time %R %U %S'; time "$@"`,
        'bash',
        process.execPath,
        '--import',
        join(import.meta.dirname, 'report-peak.ts'),
        ...args,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...env, COVERBOOK_BENCH_PEAK: usage } },
    );
    const times = /@time ([\d.]+) ([\d.]+) ([\d.]+)/.exec(run.stderr);
    if (run.status !== 0 || !times) throw new Error(`${args.join(' ')} failed:\n${run.stderr}`);
    const [wall = 0, user = 0, system = 0] = times.slice(1).map(Number);
    const report = JSON.parse(readFileSync(usage, 'utf8')) as ProcessReport;
    const stages = report.stages.map(({ name, start, end, peak }) => ({
      name,
      wall: (end - start) / 1000,
      peak: peak / 1e6,
    }));
    const { stdout, stderr } = run;
    return { wall, cpu: user + system, peak: report.peak / 1e6, stages, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The run with the median CPU time of several. */
export function medianOf(runs: number, once: () => Cost): Cost {
  const costs = Array.from({ length: runs }, once).sort((a, b) => a.cpu - b.cpu);
  const median = costs[Math.floor(costs.length / 2)];
  if (!median) throw new Error('A median needs at least one run.');
  return median;
}
