import { InvalidArgumentError, Option, type Command } from 'commander';

/** Options of every command that reads a workspace. */
export interface WorkspaceOptions {
  config?: string;
  now?: string;
  quiet?: boolean;
  cache: boolean;
}

export function withWorkspaceOptions(command: Command): Command {
  return command
    .option('--config <file>', 'config file (default: coverbook.yaml here or in a folder above)')
    .addOption(
      new Option(
        '--now <date>',
        'day the windows are counted back from (default: the config’s, else SOURCE_DATE_EPOCH, else the newest commit’s)',
      ).argParser(isoDate),
    )
    .option('--no-cache', 'parse everything anew')
    .option('--quiet', 'no progress, no summary');
}

/** `--profile`, the threat profile to rank by. */
export function profileOption(): Option {
  return new Option('--profile <id>', 'rank by this threat profile (default: the first)');
}

/** How many rows a terminal gets when nobody says; JSON has them all. */
const FIRST = 20;

/** `--limit`, a whole number of rows; undefined when it is not said. */
export function limitOption(): Option {
  return new Option('--limit <number>', `how many to print (default: ${FIRST}; with --json all)`).argParser(
    (value) => {
      const limit = Number(value);
      if (!Number.isInteger(limit) || limit < 1)
        throw new InvalidArgumentError('Expected a whole number from 1.');
      return limit;
    },
  );
}

/** As many rows as a terminal is to get. */
export function shownFirst<T>(items: readonly T[], limit: number | undefined): readonly T[] {
  return items.slice(0, limit ?? FIRST);
}

/** `--port`, a whole number a server may listen on. */
export function portOption(): Option {
  return new Option('--port <number>', 'port to listen on').default(4321).argParser((value) => {
    const port = Number(value);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new InvalidArgumentError('Expected a port from 0 to 65535.');
    return port;
  });
}

/** An ISO date as a command line may give it. */
export function isoDate(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(value) ||
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== value
  ) {
    throw new InvalidArgumentError('Expected a date such as 2026-11-24.');
  }
  return value;
}
