import { expect, test } from 'vitest';
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
