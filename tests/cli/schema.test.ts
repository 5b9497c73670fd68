import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../git-repository.ts';
import { runCli } from './run-cli.ts';

const committed = join(import.meta.dirname, '../../schemas');
const schema = (name: string): string => readFileSync(join(committed, `${name}.schema.json`), 'utf8');

test('without a name it lists what there is', async () => {
  const { code, stdout } = await runCli(temporaryFolder(), ['schema']);
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "coverbook       Coverbook config
    decisions       Coverbook decisions
    exercise        Coverbook exercise
    playbook        Coverbook playbook front matter
    threat-profile  Coverbook threat profile
    visibility      Coverbook visibility
    "
  `);
});

test.each(['coverbook', 'playbook', 'playbook.schema.json'])(
  '%s is printed as it is published',
  async (name) => {
    const { code, stdout } = await runCli(temporaryFolder(), ['schema', name]);
    expect(code).toBe(0);
    expect(stdout).toBe(schema(name.replace('.schema.json', '')));
  },
);

test('all are written to a folder, or the one that is asked for', async () => {
  const folder = temporaryFolder();
  await runCli(folder, ['schema', '--out', 'all']);
  expect(readdirSync(join(folder, 'all')).sort()).toEqual(readdirSync(committed).sort());
  await runCli(folder, ['schema', 'exercise', '--out', 'one']);
  expect(readdirSync(join(folder, 'one'))).toEqual(['exercise.schema.json']);
  expect(readFileSync(join(folder, 'one/exercise.schema.json'), 'utf8')).toBe(schema('exercise'));
});

test('an unknown name is wrong usage', async () => {
  const { code, stdout, stderr } = await runCli(temporaryFolder(), ['schema', 'playbok']);
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr: 'coverbook: Unknown schema `playbok`.\n  Did you mean `playbook`?\n',
  });
});
