import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCli, type CliResult } from '../cli/run-cli.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { stateOf } from './folder-state.ts';
import { runProcess } from './run-process.ts';
import { ONE_LAYER, SMALL_CONFIG, smallRule } from './small-team.ts';

const REAL_GIT = execFileSync('sh', ['-c', 'command -v git']).toString().trim();
const FAIL = {
  killed: 'kill -9 $$',
  'killed in the middle': `${REAL_GIT} "$@" | head -c 60; kill -9 $$`,
  silent: 'exec sleep 600',
  'silent in the middle': `${REAL_GIT} "$@" | head -c 60; exec sleep 600`,
  'printing rubbish': 'echo "<html>Welcome to the captive portal</html>"',
};
type Failure = keyof typeof FAIL;

let team: string;

beforeEach(() => {
  const { folder } = makeRepository({
    files: {
      'coverbook.yaml': SMALL_CONFIG.replace('path: content', 'git: .'),
      'content/one.yml': smallRule('One'),
      'content/two.yml': smallRule('Two').replace(/^date: .*\n/m, ''),
    },
  });
  team = folder;
});

/** Runs `layers` with a Git that fails at one of its commands. */
async function withGit(failure: Failure, command: string, seconds = '1'): Promise<CliResult> {
  const bin = temporaryFolder();
  const script = `#!/bin/sh\nfor word; do [ "$word" = ${command} ] && { ${FAIL[failure]}; exit; }; done\nexec ${REAL_GIT} "$@"\n`;
  writeFileSync(join(bin, 'git'), script);
  chmodSync(join(bin, 'git'), 0o755);
  const env = {
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    COVERBOOK_GIT_TIMEOUT: seconds,
    COVERBOOK_CACHE: temporaryFolder(),
  };
  return await runProcess(['layers', ...ONE_LAYER], { cwd: team, env });
}

describe.skipIf(process.platform === 'win32')('a Git that is', () => {
  const said: Record<Failure, RegExp> = {
    killed: /Git was ended by SIGKILL before it was through \(`git [\w-]+`\)\n {2}Run again/,
    'killed in the middle': /Git was ended by SIGKILL before it was through \(`git [\w-]+`\)\n {2}Run again/,
    silent:
      /Git did not answer for 1 seconds \(`git [\w-]+`\), and was stopped\n {2}Run the command yourself/,
    'silent in the middle':
      /Git did not answer for 1 seconds \(`git [\w-]+`\), and was stopped\n {2}Run the command yourself/,
    'printing rubbish': /something it never says: "<html>|cannot give the content of a file .*<html>/,
  };
  const failures = Object.keys(FAIL) as Failure[];

  test.each(
    ['rev-parse', 'log', 'ls-tree', 'cat-file'].flatMap((command) =>
      failures.map((failure) => [failure, command] as const),
    ),
  )('%s at %s ends the run with the cause, and the last output stays', async (failure, command) => {
    expect((await runCli(team, ['layers', ...ONE_LAYER])).code).toBe(0);
    const before = stateOf(join(team, 'dist'));
    const { code, stdout, stderr } = await withGit(failure, command);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(said[failure]);
    expect(stateOf(join(team, 'dist'))).toEqual(before);
  });
});

test('a folder in a repository is not taken for one outside when Git is killed: its dates would be others', async () => {
  writeFileSync(join(team, 'coverbook.yaml'), SMALL_CONFIG);
  const { code, stderr } = await withGit('killed', 'rev-parse');
  expect([code, stderr]).toEqual([3, expect.stringContaining('Git was ended by SIGKILL')]);
});

describe('a repository in which the object of a file is', () => {
  const layers = (): Promise<CliResult> =>
    runCli(team, ['layers', '--quiet', ...ONE_LAYER], { COVERBOOK_CACHE: temporaryFolder() });
  const id = (): string =>
    execFileSync('git', ['-C', team, 'rev-parse', 'HEAD:content/one.yml']).toString().trim();
  const objectFile = (): string => {
    const object = join(team, '.git/objects', id().slice(0, 2), id().slice(2));
    chmodSync(object, 0o644);
    return object;
  };

  test.each(['missing', 'no object at all'])('%s: the others are read, and it is said', async (how) => {
    if (how === 'missing') rmSync(objectFile());
    else writeFileSync(objectFile(), 'rubbish');
    expect(await layers()).toMatchObject({ code: 0, stderr: '' });
    const said = readFileSync(join(team, 'dist/api/findings.json'), 'utf8');
    expect(said).toContain('its object is not in the repository (partial or damaged clone)');
    expect(said).toContain('content/one.yml');
  });

  test('damaged behind its head: the run names it, writes nothing, and works once it is mended', async () => {
    const object = objectFile();
    const whole = readFileSync(object);
    writeFileSync(object, Buffer.concat([whole.subarray(0, -20), Buffer.alloc(20, 0xaa)]));
    const { code, stdout, stderr } = await layers();
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`Git cannot give the content of a file (object ${id()})`);
    expect(stderr).toContain('run `git fsck`');
    expect(readdirSync(team)).not.toContain('dist');
    writeFileSync(object, whole);
    expect(await layers()).toMatchObject({ code: 0, stderr: '' });
  });
});
