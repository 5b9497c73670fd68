import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLog } from '../../src/sources/commit-log.ts';
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
  expect([...history.keys()]).toEqual(['a.yml']);
  expect(history.get('a.yml')).toMatchObject({ first: DAY[1], last: DAY[3], commits: 3 });
});

test('a renamed file starts anew', async () => {
  const { folder, commit } = makeRepository({ files: { 'old.yml': 'same text' }, date: DAY[1] });
  commit({ 'old.yml': null, 'new.yml': 'same text' }, DAY[2]);
  const history = await (await open({ git: folder })).history();
  expect([...history.keys()]).toEqual(['new.yml']);
  expect(history.get('new.yml')).toMatchObject({ first: DAY[2], last: DAY[2], commits: 1 });
});

test('history ends at the ref, and a commit dated before its parent does not turn it around', async () => {
  const { folder, commit, git } = makeRepository({ files: { 'a.yml': '1' }, date: DAY[3] });
  commit({ 'a.yml': '2' }, DAY[1]);
  git('tag', 'here');
  commit({ 'a.yml': '3' }, DAY[4]);
  expect((await (await open({ git: folder, ref: 'here' })).history()).get('a.yml')).toMatchObject({
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
    expect(history.get('a.yml')).toMatchObject({ first: DAY[1], last: DAY[2], commits: 2 });
    expect(history.get('b.yml')).toMatchObject({ first: DAY[1], last: DAY[3], commits: 2 });
  }
});

test('history is cached by commit, and a damaged entry is read anew', async () => {
  const cacheDir = temporaryFolder();
  const { folder, commit } = makeRepository({ files: { 'a.yml': '1' }, date: DAY[1] });
  const entries = () => readdirSync(join(cacheDir, 'history'));
  const first = await (await open({ git: folder }, { cacheDir })).history();
  const [entry] = entries();
  const file = join(cacheDir, 'history', entry!);

  writeFileSync(file, readFileSync(file, 'utf8').replace(',1,[', ',7,['));
  expect((await (await open({ git: folder }, { cacheDir })).history()).get('a.yml')?.commits).toBe(7);

  for (const damage of ['', '[[', '{"a": 1}', '[["a.yml", "x", null, 1]]', '[["a.yml",1,1,1]]']) {
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

test('the newest eight commits are kept with what they say, in the order of the log', async () => {
  const { folder, commit, git } = makeRepository({ files: { 'a.yml': '0', 'b.yml': '0' }, date: DAY[1] });
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9])
    commit({ 'a.yml': String(number) }, `2026-02-0${number}T00:00:00Z`);
  git('commit', '--quiet', '--amend', '-m', `<b>Mend</b> \u202e${'x'.repeat(400)}\n\nAnd more.`);
  const history = await (await open({ git: folder })).history();
  const newest = history.get('a.yml')?.newest ?? [];
  expect(history.get('a.yml')?.commits).toBe(10);
  expect(newest.map(({ date }) => date.slice(0, 10))).toEqual([
    '2026-01-01',
    ...[8, 7, 6, 5, 4, 3, 2].map((number) => `2026-02-0${number}`),
  ]);
  expect(newest[0]?.id).toBe(git('rev-parse', 'HEAD').trim());
  expect(newest[0]?.subject).toMatch(/^<b>Mend<\/b> \u202ex+$/);
  expect(newest[0]?.subject).toHaveLength(200);
  expect(history.get('b.yml')?.newest).toHaveLength(1);
});

test('a file name cannot pass for a commit of the log, nor a subject for a file', () => {
  const left = (blob: string): string => `:100644 100644 0a1b ${blob} M\0`;
  const log =
    `MARKc1 100 One\0\n${left('aa')}a\0${left('ab')}\n\0${left('ac')}MARK\u0001999\0${left('ad')}:1 1 a a M\0\0` +
    `MARKc2 200 \0MARKc3 300 MARK 1 \ttwo\0\n${left('ae')}\nodd\0`;
  expect(parseLog(log, { mark: 'MARK', prefix: '' })).toEqual({
    earliest: 100,
    log: {
      version: 3,
      latest: 300,
      commits: [
        ['c1', 100, 'One'],
        ['c3', 300, 'MARK 1 \ttwo'],
      ],
      files: [
        ['a', 100, 100, 1, [0], 'aa'],
        ['\n', 100, 100, 1, [0], 'ab'],
        ['MARK\u0001999', 100, 100, 1, [0], 'ac'],
        [':1 1 a a M', 100, 100, 1, [0], 'ad'],
        ['\nodd', 300, 300, 1, [1], 'ae'],
      ],
    },
  });
});

describe('of a commit that came after a cached one', () => {
  const deeds: [string, (repository: ReturnType<typeof makeRepository>) => void][] = [
    [
      'a change, a new file and a deleted one',
      ({ commit }) => {
        commit({ 'a.yml': '2', 'new.yml': '1', 'b.yml': null }, DAY[3]);
      },
    ],
    [
      'a file that was deleted before comes back',
      ({ commit }) => {
        commit({ 'gone.yml': 'again' }, DAY[3]);
      },
    ],
    [
      'ten more commits of one file',
      ({ commit }) => {
        for (let hour = 10; hour < 20; hour += 1)
          commit({ 'a.yml': String(hour) }, `2026-01-03T${String(hour)}:00:00Z`);
      },
    ],
    [
      'a commit dated before those that were there',
      ({ commit }) => {
        commit({ 'a.yml': '3' }, DAY[1]);
        commit({ 'a.yml': '4' }, DAY[4]);
      },
    ],
    [
      'a merge of a branch that is older than what was there',
      ({ commit, git }) => {
        git('checkout', '--quiet', '-b', 'side', 'HEAD~1');
        commit({ 'b.yml': 'side' }, DAY[1]);
        git('checkout', '--quiet', 'main');
        git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'side');
      },
    ],
    [
      'history that was rewritten',
      ({ commit, git }) => {
        git('reset', '--quiet', '--hard', 'HEAD~1');
        commit({ 'a.yml': 'rewritten' }, DAY[3]);
      },
    ],
  ];

  for (const [what, happens] of deeds)
    test(`only what is new is read, and told as if all had been: ${what}`, async () => {
      const cacheDir = temporaryFolder();
      const repository = makeRepository({
        files: { 'a.yml': '1', 'b.yml': '1', 'gone.yml': '1' },
        date: DAY[1],
      });
      repository.commit({ 'a.yml': '1b', 'gone.yml': null }, DAY[2]);
      for (const spec of [{ git: repository.folder }, { path: repository.folder }])
        await (await open(spec, { cacheDir })).history();
      happens(repository);
      for (const spec of [{ git: repository.folder }, { path: repository.folder }])
        expect(await (await open(spec, { cacheDir })).history()).toEqual(await (await open(spec)).history());
    });
});

test('it is known what the newest commit left of a file, and that a merge left something else', async () => {
  const { folder, commit, git } = makeRepository({ files: { 'a.yml': '1', 'b.yml': '1' }, date: DAY[1] });
  git('checkout', '--quiet', '-b', 'side');
  commit({ 'a.yml': '2' }, DAY[2]);
  git('checkout', '--quiet', 'main');
  commit({ 'a.yml': '3' }, DAY[3]);
  git('merge', '--quiet', '--no-ff', '-s', 'ours', '-m', 'Merge', 'side');
  writeFileSync(join(folder, 'a.yml'), '2 and 3');
  git('commit', '--quiet', '--all', '--amend', '--no-edit');
  const source = await open({ git: folder });
  const history = await source.history();
  const ids = new Map(source.files.map(({ path, id }) => [path, id]));
  expect(history.get('b.yml')?.blob).toBe(ids.get('b.yml'));
  expect(history.get('a.yml')?.blob).not.toBe(ids.get('a.yml'));
});
