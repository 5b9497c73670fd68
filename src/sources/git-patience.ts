import type { Readable } from 'node:stream';
import type { GitTransport } from './git.ts';
import { SourceError } from './source-error.ts';

/** Seconds Git may be silent. A large clone is, for minutes. */
const SECONDS: Record<GitTransport, number> = { none: 120, bundle: 1800, remote: 1800 };

/**
 * How long Git may go without a word, in milliseconds, before it is taken for stuck: on a file system that does not
 * answer, on a question it asks nobody. `COVERBOOK_GIT_TIMEOUT` says otherwise, in seconds.
 */
export function gitPatience(transport: GitTransport): number {
  const own = Number(process.env['COVERBOOK_GIT_TIMEOUT']);
  return (own > 0 ? own : SECONDS[transport]) * 1000;
}

/** Calls back once streams have been silent for so long; gives what ends the watch. */
export function watchSilence(
  streams: readonly Readable[],
  patience: number,
  onSilence: () => void,
): () => void {
  const timer = setTimeout(onSilence, patience);
  for (const stream of streams) stream.on('data', () => timer.refresh());
  return () => {
    clearTimeout(timer);
  };
}

export function silentGit(command: string, patience: number): SourceError {
  return new SourceError(
    'unreadable',
    `Git did not answer for ${patience / 1000} seconds (\`git ${command}\`), and was stopped`,
    'Run the command yourself to see what it waits for. Where it only needs longer, set `COVERBOOK_GIT_TIMEOUT` to more seconds.',
  );
}

export function endedGit(command: string, signal: string): SourceError {
  return new SourceError(
    'unreadable',
    `Git was ended by ${signal} before it was through (\`git ${command}\`)`,
    'Run again. Should it happen again, look whether the machine is short of memory.',
  );
}

export function oddGit(command: string, answer: string): SourceError {
  return new SourceError(
    'unreadable',
    `Git answered \`git ${command}\` with something it never says: ${JSON.stringify(answer.slice(0, 80))}`,
    'Look at what `git` on the PATH is, and run `git fsck` in the repository.',
  );
}
