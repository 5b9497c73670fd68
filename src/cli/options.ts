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
    .addOption(new Option('--now <date>', 'day the windows are counted back from').argParser(isoDate))
    .option('--no-cache', 'parse everything anew')
    .option('--quiet', 'no progress, no summary');
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
