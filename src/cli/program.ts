import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { addActors } from './commands/actors.ts';
import { addAttack } from './commands/attack.ts';
import { addBacklog } from './commands/backlog.ts';
import { addBuild } from './commands/build.ts';
import { addComment } from './commands/comment.ts';
import { addDev } from './commands/dev.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addGaps } from './commands/gaps.ts';
import { addHistory } from './commands/history.ts';
import { addInit } from './commands/init.ts';
import { addLayers } from './commands/layers.ts';
import { addLint } from './commands/lint.ts';
import { addNew } from './commands/new.ts';
import { addPreview } from './commands/preview.ts';
import { addReview } from './commands/review.ts';
import { addSchema } from './commands/schema.ts';
import { addStats } from './commands/stats.ts';
import type { Io } from './io.ts';

/** Adds one command to the program. `exit` sets the exit code of a run that ended well. */
export type AddCommand = (program: Command, io: Io, exit: (code: number) => void) => void;

const COMMANDS: readonly AddCommand[] = [
  addInit,
  addBuild,
  addDev,
  addPreview,
  addLayers,
  addExplain,
  addGaps,
  addBacklog,
  addActors,
  addStats,
  addHistory,
  addLint,
  addReview,
  addComment,
  addExport,
  addAttack,
  addNew,
  addSchema,
];

/** The command line: each command in a file of its own, loaded only when it runs. */
export function createProgram(io: Io, exit: (code: number) => void): Command {
  const program = new Command('coverbook')
    .description('ATT&CK coverage from the detection rules and hunt playbooks you keep in Git.')
    .version(manifest.version, '-V, --version')
    // What stands after a command belongs to it: `layers combine` has an `--out` of its own.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    })
    .showHelpAfterError('Run with --help for the commands and their options.');
  for (const add of COMMANDS) add(program, io, exit);
  return program;
}
