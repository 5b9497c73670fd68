import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import type { Io } from './io.ts';

/** Adds one command to the program. `exit` sets the exit code of a run that ended well. */
export type AddCommand = (program: Command, io: Io, exit: (code: number) => void) => void;

/** In the order of the help. A run loads the one it is asked for: all of them are half a warm run. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import('./commands/init.ts')).addInit,
  build: async () => (await import('./commands/build.ts')).addBuild,
  dev: async () => (await import('./commands/dev.ts')).addDev,
  preview: async () => (await import('./commands/preview.ts')).addPreview,
  layers: async () => (await import('./commands/layers.ts')).addLayers,
  explain: async () => (await import('./commands/explain.ts')).addExplain,
  gaps: async () => (await import('./commands/gaps.ts')).addGaps,
  backlog: async () => (await import('./commands/backlog.ts')).addBacklog,
  actors: async () => (await import('./commands/actors.ts')).addActors,
  stats: async () => (await import('./commands/stats.ts')).addStats,
  history: async () => (await import('./commands/history.ts')).addHistory,
  lint: async () => (await import('./commands/lint.ts')).addLint,
  review: async () => (await import('./commands/review.ts')).addReview,
  comment: async () => (await import('./commands/comment.ts')).addComment,
  export: async () => (await import('./commands/export.ts')).addExport,
  attack: async () => (await import('./commands/attack.ts')).addAttack,
  new: async () => (await import('./commands/new.ts')).addNew,
  schema: async () => (await import('./commands/schema.ts')).addSchema,
};

/**
 * The command line: each command in a file of its own.
 *
 * @param asked The command a run is for, when it is known: only that one is added. Anything else adds all of them,
 *   for the help and for what is said about a word that is no command.
 */
export async function createProgram(io: Io, exit: (code: number) => void, asked?: string): Promise<Command> {
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
  const isKnown = asked !== undefined && Object.hasOwn(COMMANDS, asked);
  for (const [name, load] of Object.entries(COMMANDS)) {
    if (!isKnown || name === asked) (await load())(program, io, exit);
  }
  return program;
}
