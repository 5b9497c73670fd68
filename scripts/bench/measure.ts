import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessReport } from './report-peak.ts';

/** What one run of a command cost. Seconds; megabytes (10^6 bytes). */
export interface Cost {
  wall: number;
  /** User and system time of the process and its children. */
  cpu: number;
  /** Peak resident memory of the process itself, its children's left out. */
  peak: number;
  /** The most the process and all it started held at a time; absent where that was not watched, or cannot be. */
  whole?: number;
  /** What the product says of its stages, in the order they ended. Seconds, and megabytes of peak memory up to their end. */
  stages: { name: string; wall: number; peak: number }[];
  stdout: string;
  stderr: string;
}

/**
 * Runs a Node script and measures it.
 *
 * @param options.whole Watches the memory of the processes it starts as well.
 * @throws Error with the command's stderr when it fails.
 */
export function measure(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  { whole = false }: { whole?: boolean } = {},
): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'coverbook-measure-'));
  const [usage, held] = [join(folder, 'peak'), join(folder, 'whole')];
  try {
    const preload = join(import.meta.dirname, 'report-peak.ts');
    const timed = time(
      [process.execPath, '--import', preload, ...args],
      { ...env, COVERBOOK_BENCH_PEAK: usage },
      whole && existsSync('/proc/self/status') ? held : undefined,
    );
    const report = JSON.parse(readFileSync(usage, 'utf8')) as ProcessReport;
    const stages = report.stages.map(({ name, start, end, peak }) => ({
      name,
      wall: (end - start) / 1000,
      peak: peak / 1e6,
    }));
    return {
      ...timed,
      peak: report.peak / 1e6,
      ...(existsSync(held) && { whole: Number(readFileSync(held, 'utf8')) / 1e6 }),
      stages,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs any command and measures it. Its memory is known where GNU time is installed, and 0 elsewhere.
 *
 * @throws Error with the command's stderr when it fails.
 */
export function measureCommand(command: string, args: readonly string[]): Cost {
  const isGnu = existsSync(GNU_TIME);
  const timed = time([...(isGnu ? [GNU_TIME, '-f', '@peak %M'] : []), command, ...args]);
  return { ...timed, peak: Number(/@peak (\d+)/.exec(timed.stderr)?.[1] ?? 0) * 1.024e-3, stages: [] };
}

const GNU_TIME = '/usr/bin/time';
const WATCHER = join(import.meta.dirname, 'report-tree.ts');
const TIMED = `TIMEFORMAT='@time %R %U %S'; time "$@"`;
const WATCHED = `"$1" "$WATCHER" $$ "$HELD" & watcher=$!; ${TIMED}; code=$?; kill $watcher; wait $watcher; exit $code`;

/**
 * Where Coverbook's own command keeps what Node compiles. What is measured with it (this folder's scripts, in TypeScript)
 * comes out of it too: else Node loads its compiler for them, which takes a sixth of a second of each run.
 */
const COMPILED = process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'node-compile-cache');

/**
 * Bash's `time` counts the children a process waited for; Node does not.
 *
 * @param held Where the memory of all its processes is left, when it is to be watched.
 */
function time(
  command: readonly string[],
  env: NodeJS.ProcessEnv = {},
  held?: string,
): Omit<Cost, 'peak' | 'stages'> {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', held === undefined ? TIMED : WATCHED, 'bash', ...command],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: COMPILED,
        ...env,
        ...(held !== undefined && { HELD: held, WATCHER }),
      },
    },
  );
  const times = /@time ([\d.]+) ([\d.]+) ([\d.]+)/.exec(stderr);
  if (status !== 0 || !times) throw new Error(`${command.join(' ')} failed:\n${stderr}`);
  const [wall = 0, user = 0, system = 0] = times.slice(1).map(Number);
  return { wall, cpu: user + system, stdout, stderr };
}

/** The run with the median CPU time of several. */
export function medianOf(runs: number, once: () => Cost): Cost {
  const costs = Array.from({ length: runs }, once).sort((a, b) => a.cpu - b.cpu);
  const median = costs[Math.floor(costs.length / 2)];
  if (!median) throw new Error('A median needs at least one run.');
  return median;
}
