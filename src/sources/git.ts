import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { endedGit, gitPatience, silentGit, watchSilence } from './git-patience.ts';
import { SourceError } from './source-error.ts';

/** Which transports a call may use; reading a repository in place uses none. */
export type GitTransport = 'none' | 'bundle' | 'remote';

export interface GitOptions {
  /** Absolute path of the Git directory; without it Git looks for the repository from `directory` upwards. */
  gitDir?: string;
  directory?: string;
  transport?: GitTransport;
}

/** Git ran and said no. */
export class GitError extends Error {
  readonly stderr: string;

  constructor(args: readonly string[], code: number | null, stderr: string) {
    super(`git ${args[0] ?? ''} ended with ${code ?? 'a signal'}: ${stderr.trim()}`);
    this.name = 'GitError';
    this.stderr = stderr;
  }
}

/**
 * A repository may belong to somebody else, as in a container whose workspace the runner owns. Git then refuses to
 * read it, because its config can name programs to run. Reading is allowed here, and every setting that makes the
 * commands used here run a program is switched off instead.
 */
const CONFIG = [
  'safe.directory=*',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.quotePath=off',
  'log.showSignature=false',
  'protocol.ext.allow=never',
  'gc.autoDetach=false',
  'http.lowSpeedLimit=1000',
  'http.lowSpeedTime=60',
].flatMap((setting) => ['-c', setting]);

/** Variables that would turn a call to another repository or state, for example when a hook runs Coverbook. */
const FOREIGN_VARIABLES = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_GRAFT_FILE',
  'GIT_EXTERNAL_DIFF',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
];

const PROTOCOLS: Record<GitTransport, string> = {
  none: 'none',
  bundle: 'file',
  remote: 'https:http:ssh:git:file',
};

function environment(transport: GitTransport): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN_VARIABLES.includes(name));
  return {
    ...Object.fromEntries(inherited),
    GIT_ALLOW_PROTOCOL: PROTOCOLS[transport],
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // SSH would ask on the terminal, whatever Git was told: it is to ask a program, which knows nothing.
    SSH_ASKPASS: process.env['SSH_ASKPASS'] || 'false',
    SSH_ASKPASS_REQUIRE: 'force',
    // Causes are told apart by Git's own words.
    LC_ALL: 'C',
  };
}

/** A running Git whose output is read as a stream. The caller ends stdin, waits for the exit and kills what it leaves. */
export function spawnGit(
  args: readonly string[],
  { gitDir, directory, transport = 'none' }: GitOptions,
): ChildProcessByStdio<Writable, Readable, Readable> {
  const place = [
    ...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]),
    ...(directory === undefined ? [] : ['-C', directory]),
  ];
  return spawn('git', ['--no-pager', ...CONFIG, ...place, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment(transport),
    windowsHide: true,
  });
}

/** What a failed start of Git means to whoever called. */
export function startFailure(cause: Error): SourceError {
  return (cause as NodeJS.ErrnoException).code === 'ENOENT'
    ? new SourceError('missing', 'Git is not installed or not on the PATH', 'Install Git 2.30 or newer.', {
        cause,
      })
    : new SourceError(
        'unreadable',
        `Git could not be started: ${cause.message}`,
        'Check the installation of Git.',
        {
          cause,
        },
      );
}

/**
 * Runs Git to its end and gives its standard output as bytes.
 * @throws {GitError} when Git exits with anything but 0
 * @throws {SourceError} when Git cannot be started, is killed, or says nothing for too long
 */
export async function git(args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const child = spawnGit(args, options);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdin.end();
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const command = args[0] ?? '';
  const patience = gitPatience(options.transport ?? 'none');
  let unwatch: (() => void) | undefined;
  const code = await new Promise<number | null>((resolve, reject) => {
    unwatch = watchSilence([child.stdout, child.stderr], patience, () => {
      reject(silentGit(command, patience));
      abandonGit(child);
    });
    child.on('error', (cause) => {
      reject(startFailure(cause));
    });
    child.on('close', (code, signal) => {
      if (signal) reject(endedGit(command, signal));
      else resolve(code);
    });
  }).finally(() => unwatch?.());
  if (code !== 0) throw new GitError(args, code, Buffer.concat(err).toString());
  return Buffer.concat(out);
}

/** Ends a Git nobody waits for any more, whatever still holds its pipes. */
export function abandonGit(child: ReturnType<typeof spawnGit>): void {
  child.kill('SIGKILL');
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
}

/** As `git`, for commands whose failure only means "no": undefined instead of a `GitError`. */
export async function tryGit(args: readonly string[], options: GitOptions = {}): Promise<Buffer | undefined> {
  try {
    return await git(args, options);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
