import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { temporaryFolder } from '../git-repository.ts';
import { lockFolder } from '../../src/output/lock-folder.ts';
import { OutputError } from '../../src/output/output-error.ts';
import { stateOf } from './folder-state.ts';
import { runProcess } from './run-process.ts';
import { SMALL_CONFIG, smallRule, smallTeam } from './small-team.ts';

/** Two configs beside each other. */
function twoTeams(): string {
  return smallTeam({
    'one.yaml': SMALL_CONFIG.replace('Small team', 'One'),
    'two.yaml': SMALL_CONFIG.replace('Small team', 'Two').replace('content', 'other'),
    'other/two.yml': smallRule('Two'),
  });
}

/** What each of them writes alone. */
async function alone(team: string, command: string, args: readonly string[]): Promise<Map<string, string>[]> {
  const states = [];
  for (const name of ['one', 'two']) {
    const { code, stderr } = await runProcess(
      [command, '--config', `${name}.yaml`, '--out', `${name}-alone`, '--quiet', ...args],
      { cwd: team },
    );
    expect(code, stderr).toBe(0);
    states.push(stateOf(join(team, `${name}-alone`)));
  }
  return states;
}

test.each([
  [
    'layers',
    ['--only', 'coverage,gaps,hunts', '--actor', 'none'],
    [
      ['one', 'two', 'one'],
      ['two', 'one'],
      ['one', 'two', 'one', 'two'],
    ],
  ],
  ['build', [], [['one', 'two']]],
] as const)(
  '%s, two and more at once into one folder, leave the whole result of one',
  async (command, args, rounds) => {
    const team = twoTeams();
    const [one, two] = await alone(team, command, args);
    expect(one).not.toEqual(two);
    for (const names of rounds) {
      const runs = await Promise.all(
        names.map((name) =>
          runProcess([command, '--config', `${name}.yaml`, '--out', 'dist', '--quiet', ...args], {
            cwd: team,
          }),
        ),
      );
      for (const { code, stderr } of runs) expect([code, stderr]).toEqual([0, '']);
      const state = stateOf(join(team, 'dist'));
      expect([one, two]).toContainEqual(state);
      expect(readdirSync(team).filter((name) => name.startsWith('.'))).toEqual([]);
    }
    // What is remembered of them is not taken for what stands there.
    expect(
      await runProcess([command, '--config', 'two.yaml', '--out', 'dist', '--quiet', ...args], { cwd: team }),
    ).toMatchObject({ code: 0 });
    expect(stateOf(join(team, 'dist'))).toEqual(two);
  },
  240_000,
);

test('runs at once with one new cache do not disturb each other', async () => {
  const team = twoTeams();
  const cache = { COVERBOOK_CACHE: temporaryFolder() };
  const args = ['--only', 'coverage', '--actor', 'none', '--quiet'];
  const runs = await Promise.all(
    [1, 2, 3, 4].map((run) =>
      runProcess(['layers', '--config', 'one.yaml', '--out', `dist-${run}`, ...args], {
        cwd: team,
        env: cache,
      }),
    ),
  );
  for (const { code, stderr } of runs) expect([code, stderr]).toEqual([0, '']);
  const states = [1, 2, 3, 4].map((run) => stateOf(join(team, `dist-${run}`)));
  for (const state of states) expect(state).toEqual(states[0]);
  expect([...stateOf(cache.COVERBOOK_CACHE).keys()].filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a run that finds the folder taken says by whom, and what to do', async () => {
  const folder = temporaryFolder();
  await lockFolder(folder, async () => {
    const second = lockFolder(folder, () => Promise.resolve('in'), 100).catch((error: unknown) => error);
    const refused = (await second) as OutputError;
    expect(refused).toBeInstanceOf(OutputError);
    expect(refused.message).toContain(
      `Another run is writing to ${folder} (process and machine: ${process.pid} ${hostname()})`,
    );
    expect(refused.hint).toContain('.coverbook.lock');
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock and the files of a killed run are taken away, those of a running one and of others stay', async () => {
  const team = smallTeam();
  const dist = join(team, 'dist');
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  mkdirSync(join(dist, `.coverbook.new-${dead}-0a1b`), { recursive: true });
  mkdirSync(join(dist, `.coverbook.new-${process.ppid}-0a1b`));
  writeFileSync(join(dist, '.coverbook.lock'), `${dead} ${hostname()}`);
  expect(await runCli(team, ['layers', '--only', 'coverage', '--actor', 'none', '--quiet'])).toMatchObject({
    code: 0,
  });
  expect(readdirSync(dist).sort()).toEqual([`.coverbook.new-${process.ppid}-0a1b`, 'api', 'layers']);
});
