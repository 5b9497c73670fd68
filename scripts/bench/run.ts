import { spawnSync } from 'node:child_process';

/**
 * Runs a command to its end.
 *
 * @param env Added to the environment.
 * @returns What it printed.
 * @throws Error with its stderr when it fails.
 */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return stdout;
}
