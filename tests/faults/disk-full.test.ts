import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { stateOf } from './folder-state.ts';
import { canMount, remount, smallDisk } from './mounts.ts';
import { runProcess } from './run-process.ts';
import { ONE_LAYER, SMALL_CONFIG, smallRule, smallTeam } from './small-team.ts';

/** Leaves so little of a disk that no output fits. */
function fill(disk: string): void {
  try {
    for (let file = 0; ; file += 1) writeFileSync(join(disk, `ballast-${file}`), Buffer.alloc(4096));
  } catch {
    // Full.
  }
}

const FULL = /cannot be written: the disk is full \(ENOSPC\)\.\n {2}Make room/;

describe.runIf(canMount)('on a full disk', () => {
  test('layers leaves every file of the last run as it was, and works again when there is room', async () => {
    const team = smallTeam();
    const disk = smallDisk('2m');
    const out = join(disk, 'dist');
    expect((await runCli(team, ['layers', '--out', out, ...ONE_LAYER])).code).toBe(0);
    const before = stateOf(out);
    writeFileSync(join(team, 'content/two.yml'), smallRule('Two'));
    fill(disk);
    const { code, stdout, stderr } = await runCli(team, ['layers', '--out', out, ...ONE_LAYER]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(FULL);
    expect(stderr).toContain(out);
    expect(stateOf(out)).toEqual(before);
    expect(readdirSync(out).sort()).toEqual(['api', 'layers']);
    remount(disk, 'size=8m');
    expect((await runCli(team, ['layers', '--out', out, ...ONE_LAYER])).code).toBe(0);
    expect(stateOf(out)).not.toEqual(before);
  });

  test.each([
    ['export', ['export', '--format', 'xlsx', '--out', 'OUT/coverage.xlsx']],
    ['a report of a review', ['review', '--base', 'HEAD', '--format', 'html', '--output', 'OUT/review.html']],
    ['the pages of a review', ['review', '--base', 'HEAD', '--site', 'OUT/review']],
    ['schema', ['schema', '--out', 'OUT/schemas']],
    ['new', ['new', 'playbook', '--technique', 'T0843', '--into', 'OUT/new']],
  ])('%s says so and leaves nothing half-written', async (_what, args) => {
    const { folder } = makeRepository({
      files: { 'coverbook.yaml': SMALL_CONFIG, 'content/one.yml': smallRule('One') },
    });
    const disk = smallDisk('64k');
    fill(disk);
    const before = stateOf(disk);
    const { code, stderr } = await runCli(
      folder,
      args.map((arg) => arg.replace('OUT', disk)),
    );
    expect([code, stderr]).toEqual([3, expect.stringMatching(FULL)]);
    expect(stateOf(disk)).toEqual(before);
  });

  test('a cache that is full costs time and nothing else', async () => {
    const team = smallTeam();
    const disk = smallDisk('64k');
    fill(disk);
    const cache = { COVERBOOK_CACHE: disk };
    const { code, stderr } = await runCli(team, ['layers', ...ONE_LAYER], cache);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('warning')]);
    expect([...stateOf(disk).keys()].filter((name) => !name.startsWith('ballast'))).toEqual([]);
  });

  test('build says so, wherever it happens, and the site that stood there stays', async () => {
    const team = smallTeam();
    const disk = smallDisk('1m');
    const dist = join(disk, 'dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'index.html'), 'the last good site');
    const onDisk = await runProcess(['build', '--quiet', '--out', dist], { cwd: team });
    expect([onDisk.code, onDisk.stderr]).toEqual([3, expect.stringMatching(FULL)]);
    expect(onDisk.stderr).not.toContain('defect');
    expect([...stateOf(disk).keys()]).toEqual(['dist/index.html']);

    const elsewhere = join(temporaryFolder(), 'dist');
    // Pages that are compiled already need no room for temporary files.
    const temporary = await runProcess(['build', '--quiet', '--no-cache', '--out', elsewhere], {
      cwd: team,
      env: { TMPDIR: disk, NODE_DISABLE_COMPILE_CACHE: '1' },
    });
    expect([temporary.code, temporary.stderr]).toEqual([3, expect.stringMatching(FULL)]);
    expect(stateOf(elsewhere)).toEqual(new Map());
    expect(readdirSync(disk)).toEqual(['dist']);
  });
});

test.runIf(process.platform === 'linux')(
  'standard output on a full disk is an error, not a loss',
  async () => {
    const shell = ['sh', '-c', '"$@" > /dev/full', 'sh'];
    for (const args of [
      ['layers', ...ONE_LAYER],
      ['export', '--format', 'csv', '--what', 'techniques'],
    ]) {
      const { code, stderr } = await runProcess(args, { cwd: smallTeam(), through: shell });
      expect(code).toBe(3);
      expect(stderr).toContain('Standard output cannot be written: the disk is full (ENOSPC).');
    }
  },
);

test.runIf(canMount)('a site is built on another file system than that of temporary files', async () => {
  const dist = join(smallDisk('100m'), 'site/dist');
  const { code, stderr } = await runProcess(['build', '--quiet', '--out', dist], { cwd: smallTeam() });
  expect([code, stderr]).toEqual([0, '']);
  expect([...stateOf(dist).keys()]).toContain('index.html');
  expect(readdirSync(join(dist, '..'))).toEqual(['dist']);
});
