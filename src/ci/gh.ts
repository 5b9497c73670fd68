import { spawn } from 'node:child_process';
import { SourceError } from '../sources/source-error.ts';

/** `gh` ran and said no. */
export class GhError extends Error {
  /** The token may not do that: GitHub answered 401, 403 or, for what it may not even see, 404. */
  readonly isForbidden: boolean;

  constructor(stderr: string) {
    super(stderr.trim());
    this.name = 'GhError';
    this.isForbidden = /\(HTTP 40[134]\)/.test(stderr);
  }
}

/** Asks GitHub's API; gives what it answered. */
export type Gh = (args: readonly string[], input?: object) => Promise<string>;

/**
 * GitHub's own command line tool, which has the job's token and knows the host. No shell is between.
 *
 * @param env `GH_TOKEN` has the token.
 */
export function openGh(env: NodeJS.ProcessEnv): Gh {
  return (args, input) =>
    new Promise((resolve, reject) => {
      const child = spawn('gh', ['api', ...args, ...(input ? ['--input', '-'] : [])], { env });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.once('error', (cause) => {
        reject(
          new SourceError(
            'missing',
            `The gh command cannot be run: ${cause.message}`,
            'GitHub’s runners have it; elsewhere install it, see https://cli.github.com.',
            { cause },
          ),
        );
      });
      child.once('close', (code) => {
        if (code === 0) resolve(stdout);
        else reject(new GhError(stderr));
      });
      // It may end before it has read all of it; its exit code says why.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input ? JSON.stringify(input) : '');
    });
}
