import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a command cost. Seconds; megabytes (10^6 bytes). */
export interface Cost {
  wall: number;
  /** User and system time of the process and its children. */
  cpu: number;
  /** Peak resident memory of the Node process itself. */
  peak: number;
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
    const peak = Number(readFileSync(usage, 'utf8')) / 1e6;
    return { wall, cpu: user + system, peak, stdout: run.stdout, stderr: run.stderr };
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
