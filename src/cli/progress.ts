import type { Io } from './io.ts';

/** Says what is going on during long work: on stderr, on a terminal only, never in CI. */
export interface Progress {
  step: (text: string) => void;
  done: () => void;
}

export async function progress({ stderr, env }: Io, quiet: boolean): Promise<Progress> {
  const isShown = stderr.isTTY === true && !quiet && !env['CI'] && env['TERM'] !== 'dumb';
  if (!isShown) return { step: () => undefined, done: () => undefined };
  const { default: ora } = await import('ora');
  const spinner = ora({ stream: stderr, discardStdin: false });
  return {
    step: (text) => void spinner.start(text),
    done: () => void spinner.stop(),
  };
}
