import { asOutputError, OutputError } from '../output/output-error.ts';
import { compileLess } from '../threads/compile-less.ts';
import { keepNewSpaceSmall } from '../threads/lean-memory.ts';
import { EXIT } from './exit-codes.ts';
import { main } from './main.ts';

/**
 * Runs the command line of a process and sets its exit code.
 *
 * Whoever reads the output may stop in the middle, as `head` does: then the rest is for nobody, and the run ends as it
 * would have. Output that is lost for another reason, as on a full disk, is an error.
 */
export async function run(process: NodeJS.Process): Promise<void> {
  const { argv, env, stdout, stderr } = process;
  // It renders pages as they are asked for; `build` says itself when it does.
  if (argv[2] !== 'dev') {
    keepNewSpaceSmall();
    compileLess();
  }
  const lost = lossOf(stdout, (text) => stderr.write(text));
  // There is nowhere left to say it.
  stderr.on('error', () => undefined);
  const code = await main(argv.slice(2), { cwd: process.cwd(), env, stdout, stderr });
  process.exitCode = lost.isLost ? EXIT.unreadable : code;
  lost.onLoss = () => (process.exitCode = EXIT.unreadable);
}

/** Whether something written to a stream was lost, and what is to be done about it once. */
function lossOf(
  stream: NodeJS.WriteStream,
  say: (text: string) => void,
): { isLost: boolean; onLoss?: () => void } {
  const lost: ReturnType<typeof lossOf> = { isLost: false };
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || lost.isLost) return;
    lost.isLost = true;
    const known = asOutputError(error, 'Standard output');
    const { message, hint } =
      known instanceof OutputError ? known : { message: error.message, hint: 'Run again.' };
    say(`coverbook: ${message}\n  ${hint}\n`);
    lost.onLoss?.();
  });
  return lost;
}
