import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { createProgram } from '../../src/cli/program.ts';
import type { Io } from '../../src/cli/io.ts';

const io: Io = { cwd: '/', env: {}, stdout: process.stdout, stderr: process.stderr };

async function namesOf(asked?: string): Promise<string[]> {
  const { commands } = await createProgram(io, () => undefined, asked);
  return commands.map((command) => command.name());
}

test('a run for one command has that command and no other', async () => {
  for (const name of await namesOf()) expect(await namesOf(name)).toEqual([name]);
});

test.each(['--help', 'help', 'layer', 'constructor', ''])(
  '`%s` is no command, so all of them are there to be told of',
  async (word) => {
    expect(await namesOf(word)).toEqual(await namesOf());
    expect(await namesOf()).toContain('layers');
  },
);

test('the command that is about to run is named, one inside another by its own name', async () => {
  const named: string[] = [];
  const quiet = { ...io, stdout: new PassThrough(), stderr: new PassThrough() };
  for (const args of [['schema', '--help'], ['attack', 'versions'], ['nothing']])
    await main(args, quiet, (command) => named.push(command));
  expect(named).toEqual(['versions']);
});
