import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, type CliResult } from '../cli/run-cli.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { stateOf } from './folder-state.ts';
import { canMount, remount, smallDisk } from './mounts.ts';
import { runProcess } from './run-process.ts';
import { ONE_LAYER, SMALL_CONFIG, smallRule, smallTeam } from './small-team.ts';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

if (!isRoot)
  process.stderr.write(
    'Tests of missing rights are skipped: they need root, to become somebody without any.\n',
  );

let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'coverbook-nobody-'));
  if (isRoot) chownSync(home, NOBODY, NOBODY);
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** As somebody who may read the package and nothing else but a home. */
function asNobody(cwd: string, args: readonly string[], cache = join(home, 'cache')): Promise<CliResult> {
  const through = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  return runProcess(args, { cwd, through, env: { HOME: home, TMPDIR: home, COVERBOOK_CACHE: cache } });
}

/** A team whose folder everybody may read. */
function openTeam(files?: Record<string, string>): string {
  const team = smallTeam(files);
  chmodSync(team, 0o755);
  return team;
}

describe.runIf(isRoot)('without the right to', () => {
  test('write to the output folder, a run says which and stops, and what stood there stays', async () => {
    const team = openTeam();
    await runCli(team, ['layers', ...ONE_LAYER]);
    const before = stateOf(join(team, 'dist'));
    writeFileSync(join(team, 'content/two.yml'), smallRule('Two'));
    for (const args of [
      ['layers', ...ONE_LAYER],
      ['build', '--quiet'],
      ['export', '--format', 'json', '--out', 'dist/x'],
    ]) {
      const { code, stderr } = await asNobody(team, args);
      expect(code, stderr).toBe(3);
      expect(stderr).toMatch(
        /dist\S* cannot be written: you do not have the right to \(EACCES\)\.\n {2}Give yourself/,
      );
      expect(stateOf(join(team, 'dist'))).toEqual(before);
    }
  });

  test('write beside the output folder, a build fills the one it may write to', async () => {
    const team = openTeam();
    const dist = join(team, 'dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'old.html'), 'old');
    for (const path of [dist, join(dist, 'old.html')]) chownSync(path, NOBODY, NOBODY);
    const { code, stderr } = await asNobody(team, ['build', '--quiet']);
    expect([code, stderr]).toEqual([0, '']);
    const files = [...stateOf(dist).keys()];
    expect(files).toContain('index.html');
    expect(files.filter((path) => path.startsWith('.') || path === 'old.html')).toEqual([]);
  });

  test('read a file or a folder of a source, all others are read, and it is said', async () => {
    const team = openTeam({
      'content/closed/two.yml': smallRule('Two'),
      'content/three.yml': smallRule('Three'),
    });
    chmodSync(join(team, 'content/closed'), 0);
    chmodSync(join(team, 'content/three.yml'), 0);
    const { code, stdout } = await asNobody(team, ['lint', '--format', 'json']);
    expect(code).toBe(1);
    expect(stdout).toContain('three.yml');
    expect(stdout).toContain('closed');
    expect(stdout).toContain('EACCES: permission denied');
    const { stderr, code: layers } = await asNobody(team, [
      'layers',
      '--out',
      join(temporaryOpen(), 'dist'),
      ...ONE_LAYER,
    ]);
    expect(layers, stderr).toBe(0);
  });

  test('read the source at all, or the config, a run says so', async () => {
    const team = openTeam();
    chmodSync(join(team, 'content'), 0);
    const { stdout, code } = await asNobody(team, ['lint', '--format', 'json']);
    expect([code, stdout]).toEqual([1, expect.stringContaining('EACCES')]);
    chmodSync(join(team, 'coverbook.yaml'), 0);
    const config = await asNobody(team, ['lint']);
    expect([config.code, config.stderr]).toEqual([
      2,
      expect.stringMatching(/cannot be read\.\n {2}Check the path and its permissions/),
    ]);
  });

  test('read or write the cache, a run takes longer and does the same', async () => {
    const team = openTeam();
    const cache = temporaryFolder();
    await runCli(team, ['layers', ...ONE_LAYER], { COVERBOOK_CACHE: cache });
    chmodSync(cache, 0o700);
    const out = join(temporaryOpen(), 'dist');
    for (const mode of [0o700, 0o755]) {
      chmodSync(cache, mode);
      const { code, stderr } = await asNobody(team, ['layers', '--quiet', '--out', out, ...ONE_LAYER], cache);
      expect([code, stderr]).toEqual([0, '']);
    }
    expect(stateOf(out)).toEqual(stateOf(join(team, 'dist')));
  });

  /** A folder anybody may write to. */
  function temporaryOpen(): string {
    const folder = temporaryFolder();
    chmodSync(folder, 0o777);
    return folder;
  }
});

test.runIf(canMount)('on a read-only disk the output is refused and the cache is not needed', async () => {
  const team = smallTeam();
  const disk = smallDisk('8m');
  await runCli(team, ['layers', '--out', join(disk, 'dist'), ...ONE_LAYER], {
    COVERBOOK_CACHE: join(disk, 'cache'),
  });
  remount(disk, 'ro');
  writeFileSync(join(team, 'content/two.yml'), smallRule('Two'));
  const inFull = ['--quiet', ...ONE_LAYER];
  expect(await runCli(team, ['layers', ...inFull], { COVERBOOK_CACHE: join(disk, 'cache') })).toMatchObject({
    code: 0,
    stderr: '',
  });
  for (const out of ['dist', 'new/dist']) {
    for (const command of [
      ['layers', ...inFull],
      ['build', '--quiet'],
    ]) {
      const { code, stderr } = await runCli(team, [...command, '--out', join(disk, out)]);
      expect(code).toBe(3);
      expect(stderr).toContain(`${join(disk, out)} cannot be written: the file system is read-only (EROFS).`);
    }
  }
});

test.runIf(canMount)(
  'on a read-only disk a cache that a clone needs is said, and which variable names another',
  async () => {
    const { folder } = makeRepository({ files: { 'one.yml': smallRule('One') } });
    const team = smallTeam({
      'coverbook.yaml': SMALL_CONFIG.replace('path: content', `git: 'file://${folder}'`),
    });
    const cache = { COVERBOOK_CACHE: join(smallDisk('8m'), 'cache') };
    remount(join(cache.COVERBOOK_CACHE, '..'), 'ro');
    const { code, stderr } = await runCli(team, ['layers', ...ONE_LAYER], cache);
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /The cache, which clones and bundles need, cannot be written to: .*COVERBOOK_CACHE/s,
    );
  },
);

test.runIf(canMount)('on a read-only disk a clone that is there is used as it is', async () => {
  const { folder } = makeRepository({ files: { 'one.yml': smallRule('One') } });
  const team = smallTeam({
    'coverbook.yaml': SMALL_CONFIG.replace('path: content', `git: 'file://${folder}'`),
  });
  const disk = smallDisk('8m');
  const cache = { COVERBOOK_CACHE: join(disk, 'cache') };
  expect((await runCli(team, ['layers', '--out', 'one', ...ONE_LAYER], cache)).code).toBe(0);
  remount(disk, 'ro');
  const { code, stderr } = await runCli(team, ['layers', '--out', 'two', ...ONE_LAYER], cache);
  expect(code, stderr).toBe(0);
  expect(stateOf(join(team, 'two'))).toEqual(stateOf(join(team, 'one')));
});

describe('an output path', () => {
  test.each(['layers', 'build', 'schema'])('that is a file is said by %s, and stays', async (command) => {
    const team = smallTeam({ 'dist.txt': 'mine' });
    const { code, stderr } = await runCli(team, [command, '--out', 'dist.txt']);
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /dist\.txt (?:is a file|cannot be written: a file stands where a folder is needed)/,
    );
    expect(stateOf(team).keys()).toContain('dist.txt');
  });

  test('below a file, or a folder where a file belongs, is said', async () => {
    const team = smallTeam({ 'x/inside': '' });
    const below = await runCli(team, ['layers', '--out', 'coverbook.yaml/dist', ...ONE_LAYER]);
    expect([below.code, below.stderr]).toEqual([
      3,
      expect.stringContaining('a file stands where a folder is needed'),
    ]);
    mkdirSync(join(team, 'dist/layers/ics-coverage.json'), { recursive: true });
    const folder = await runCli(team, ['layers', ...ONE_LAYER]);
    expect([folder.code, folder.stderr]).toEqual([
      3,
      expect.stringMatching(/ics-coverage\.json cannot be written: a folder stands where a file is needed/),
    ]);
  });

  test('with a link inside that leads out is refused before anything is written', async () => {
    const team = smallTeam();
    const elsewhere = temporaryFolder();
    mkdirSync(join(team, 'dist'));
    symlinkSync(elsewhere, join(team, 'dist/layers'));
    const { code, stderr } = await runCli(team, ['layers', ...ONE_LAYER]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/dist\/layers is a symbolic link, and Coverbook writes through none/);
    expect(stateOf(elsewhere)).toEqual(new Map());
    expect([...stateOf(join(team, 'dist')).keys()]).toEqual([]);
  });

  test('that is a link itself is followed; a link in place of a file is replaced, and what it led to stays', async () => {
    const team = smallTeam({ 'mine.json': 'mine' });
    const real = temporaryFolder();
    symlinkSync(real, join(team, 'dist'));
    mkdirSync(join(real, 'api'));
    symlinkSync(join(team, 'mine.json'), join(real, 'api/gaps.json'));
    const before = stateOf(team).get('mine.json');
    expect((await runCli(team, ['layers', ...ONE_LAYER])).code).toBe(0);
    expect(stateOf(real).keys()).toContain('api/gaps.json');
    expect(stateOf(team).get('mine.json')).toBe(before);
  });
});
