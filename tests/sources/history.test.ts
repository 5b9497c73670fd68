import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseLog } from '../../src/sources/history.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { open } from './opening.ts';

const DAY = {
  1: '2026-01-01T00:00:00Z',
  2: '2026-01-02T00:00:00Z',
  3: '2026-01-03T00:00:00Z',
  4: '2026-01-04T00:00:00Z',
};

test('a file deleted and added again counts all its commits; a deleted one is not listed', async () => {
  const { folder, commit } = makeRepository({ files: { 'a.yml': '1', 'gone.yml': 'x' }, date: DAY[1] });
  commit({ 'a.yml': null }, DAY[2]);
  commit({ 'a.yml': '2', 'gone.yml': null }, DAY[3]);
  const history = await (await open({ git: folder })).history();
  expect(history).toEqual(new Map([['a.yml', { first: DAY[1], last: DAY[3], commits: 3 }]]));
});

test('a renamed file starts anew', async () => {
  const { folder, commit } = makeRepository({ files: { 'old.yml': 'same text' }, date: DAY[1] });
  commit({ 'old.yml': null, 'new.yml': 'same text' }, DAY[2]);
  expect(await (await open({ git: folder })).history()).toEqual(
    new Map([['new.yml', { first: DAY[2], last: DAY[2], commits: 1 }]]),
  );
});

test('history ends at the ref, and a commit dated before its parent does not turn it around', async () => {
  const { folder, commit, git } = makeRepository({ files: { 'a.yml': '1' }, date: DAY[3] });
  commit({ 'a.yml': '2' }, DAY[1]);
  git('tag', 'here');
  commit({ 'a.yml': '3' }, DAY[4]);
  expect((await (await open({ git: folder, ref: 'here' })).history()).get('a.yml')).toEqual({
    first: DAY[1],
    last: DAY[3],
    commits: 2,
  });
});

test('commits of merged branches count, the merge itself does not', async () => {
  const { folder, commit, git } = makeRepository({ files: { 'a.yml': '1', 'b.yml': '1' }, date: DAY[1] });
  git('checkout', '--quiet', '-b', 'side');
  commit({ 'a.yml': '2' }, DAY[2]);
  git('checkout', '--quiet', 'main');
  commit({ 'b.yml': '2' }, DAY[3]);
  git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'side');
  for (const spec of [{ git: folder }, { path: folder }]) {
    const history = await (await open(spec)).history();
    expect(history.get('a.yml')).toEqual({ first: DAY[1], last: DAY[2], commits: 2 });
    expect(history.get('b.yml')).toEqual({ first: DAY[1], last: DAY[3], commits: 2 });
  }
});

test('history is cached by commit, and a damaged entry is read anew', async () => {
  const cacheDir = temporaryFolder();
  const { folder, commit } = makeRepository({ files: { 'a.yml': '1' }, date: DAY[1] });
  const entries = () => readdirSync(join(cacheDir, 'history'));
  const first = await (await open({ git: folder }, { cacheDir })).history();
  const [entry] = entries();
  const file = join(cacheDir, 'history', entry!);

  writeFileSync(file, readFileSync(file, 'utf8').replace(',1]', ',7]'));
  expect((await (await open({ git: folder }, { cacheDir })).history()).get('a.yml')?.commits).toBe(7);

  for (const damage of ['', '[[', '{"a": 1}', '[["a.yml", "x", null, 1]]']) {
    writeFileSync(file, damage);
    expect(await (await open({ git: folder }, { cacheDir })).history(), damage).toEqual(first);
  }

  commit({ 'a.yml': '2' }, DAY[2]);
  expect((await (await open({ git: folder }, { cacheDir })).history()).get('a.yml')?.commits).toBe(2);
  expect(entries()).toHaveLength(2);
});

test('a shallow repository has no history rather than a wrong one', async () => {
  const { folder, commit, git } = makeRepository({ files: { 'a.yml': '1' } });
  commit({ 'a.yml': '2' });
  const clone = join(temporaryFolder(), 'clone');
  git('clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
  expect(await (await open({ git: clone })).history()).toEqual(new Map());
  expect(await (await open({ path: clone })).history()).toEqual(new Map());
});

test('a file name cannot pass for a commit of the log', () => {
  const log = 'MARK100\0\na\0\n\0MARKER\0\0MARK200\0MARK300\0\n\nodd\0'.replaceAll('MARKER', '\u0001999');
  expect([...parseLog(log, 'MARK', '').values()]).toEqual([
    ['a', 100, 100, 1],
    ['\n', 100, 100, 1],
    ['\u0001999', 100, 100, 1],
    ['\nodd', 300, 300, 1],
  ]);
});
