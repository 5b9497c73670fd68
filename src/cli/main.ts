import { CommanderError } from 'commander';
import { AttackError } from '../attack/attack-error.ts';
import { asOutputError, OutputError } from '../output/output-error.ts';
import { OutDirError } from '../site/out-dir.ts';
import { SourceError } from '../sources/source-error.ts';
import { ConfigError } from '../workspace/config-error.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';
import { UsageError } from './usage-error.ts';

/** Runs one command line and gives its exit code. The only place that turns errors into words and codes. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.ok;
  try {
    const program = await createProgram(io, (result) => (code = result), args[0]);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof ConfigError || error instanceof UsageError || error instanceof OutDirError)
      return say(io, error, EXIT.usage);
    if (error instanceof SourceError || error instanceof AttackError) return say(io, error, EXIT.unreadable);
    const known = asOutputError(error);
    if (known instanceof OutputError) return say(io, known, EXIT.unreadable);
    const unexpected = error instanceof Error ? error : new Error(String(error));
    return say(
      io,
      { message: unexpected.stack ?? unexpected.message, hint: 'This is a defect of Coverbook.' },
      EXIT.unreadable,
    );
  }
}

function say(
  io: Io,
  { message, hint }: { message: string; hint?: string | undefined },
  code: number,
): number {
  io.stderr.write(`coverbook: ${message}\n${hint === undefined ? '' : `  ${hint}\n`}`);
  return code;
}
