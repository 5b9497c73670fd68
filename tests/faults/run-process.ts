import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { CliResult } from '../cli/run-cli.ts';

export const COVERBOOK = resolve('scripts/coverbook.mjs');

export interface ProcessOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** A command and its arguments, to which the command line is added: `setpriv`, `sh`. */
  through?: readonly string[];
  /** Path of another command than this checkout's. */
  command?: string;
}

/** Runs a command line in a process of its own. */
export function runProcess(
  args: readonly string[],
  { cwd, env = {}, through = [], command: script = COVERBOOK }: ProcessOptions,
): Promise<CliResult> {
  const [command = '', ...rest] = [...through, process.execPath, script, ...args];
  return new Promise((end, fail) => {
    const child = spawn(command, rest, { cwd, env: { ...process.env, NO_COLOR: '1', ...env } });
    const result = { code: -1, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (result.stderr += text));
    child.once('error', fail);
    child.once('close', (code) => {
      end({ ...result, code: code ?? -1 });
    });
  });
}
