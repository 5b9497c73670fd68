import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withoutCredentials } from '../../src/sources/clone-failure.ts';
import { isUrl } from '../../src/sources/open.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { open, texts } from './opening.ts';

/** A repository to clone, a cache, and what was said on the way. */
function remote() {
  const repository = makeRepository({ files: { 'a.yml': 'one' }, date: '2026-01-01T00:00:00Z' });
  const said: string[] = [];
  const options = { cacheDir: temporaryFolder(), onProgress: (text: string) => said.push(text) };
  const url = `file://${repository.folder}`;
  return { ...repository, url, options, said, clones: () => readdirSync(join(options.cacheDir, 'clones')) };
}

test('a URL is cloned one commit deep, then kept up to date', async () => {
  const { url, options, said, commit, clones } = remote();
  commit({ 'a.yml': 'two' });
  const source = await open({ git: url }, options);
  expect(await texts(source)).toEqual({ 'a.yml': 'two' });
  expect(await source.history()).toEqual(new Map());
  commit({ 'a.yml': 'three' });
  expect(await texts(await open({ git: url }, options))).toEqual({ 'a.yml': 'three' });
  expect(said).toEqual([`Cloning ${url}`, `Fetching ${url}`]);
  expect(clones()).toEqual([expect.stringMatching(/-shallow\.git$/)]);
  const gitDir = join(options.cacheDir, 'clones', clones()[0]!);
  const count = execFileSync('git', ['--git-dir', gitDir, 'rev-list', '--all', '--count']).toString();
  expect(Number(count)).toBeLessThan(3);
});

test('with full history the whole repository is cloned and has dates', async () => {
  const { url, options, commit } = remote();
  commit({ 'a.yml': 'two' }, '2026-02-02T00:00:00Z');
  const source = await open({ git: url }, { ...options, fullHistory: true });
  expect((await source.history()).get('a.yml')).toMatchObject({
    first: '2026-01-01T00:00:00Z',
    last: '2026-02-02T00:00:00Z',
    commits: 2,
  });
});

test.each([false, true])(
  'branches, tags, commits and steps back are found (full history: %s)',
  async (fullHistory) => {
    const { url, options, commit, git } = remote();
    const first = git('rev-parse', 'HEAD');
    git('tag', '--annotate', '-m', 'One', 'v1');
    git('branch', 'old');
    commit({ 'a.yml': 'two' });
    for (const ref of ['v1', 'old', first, first.slice(0, 10), 'main~1']) {
      expect(await texts(await open({ git: url, ref }, { ...options, fullHistory })), ref).toEqual({
        'a.yml': 'one',
      });
    }
    expect(await texts(await open({ git: url }, { ...options, fullHistory }))).toEqual({ 'a.yml': 'two' });
  },
);

test('a commit id that is in the cache is not asked for again', async () => {
  const { url, options, said, git, folder } = remote();
  const ref = git('rev-parse', 'HEAD');
  await open({ git: url, ref }, options);
  renameSync(folder, `${folder}-away`);
  try {
    expect(await texts(await open({ git: url, ref }, options))).toEqual({ 'a.yml': 'one' });
    expect(said).toEqual([`Cloning ${url}`]);
  } finally {
    renameSync(`${folder}-away`, folder);
  }
});

test('when the remote is out of reach the copy in the cache is used, and said', async () => {
  const { url, options, said, folder } = remote();
  await open({ git: url }, options);
  renameSync(folder, `${folder}-away`);
  try {
    expect(await texts(await open({ git: url }, options))).toEqual({ 'a.yml': 'one' });
    expect(said.at(-1)).toMatch(
      /cannot be cloned: .* Using the copy in the cache, of 2026-01-01T00:00:00Z\.$/,
    );
  } finally {
    renameSync(`${folder}-away`, folder);
  }
});

test('a rewritten branch and a moved default branch are followed', async () => {
  for (const fullHistory of [false, true]) {
    const { url, options, commit, git } = remote();
    await open({ git: url }, { ...options, fullHistory });
    git('checkout', '--quiet', '--orphan', 'trunk');
    commit({ 'a.yml': 'trunk' });
    git('branch', '--quiet', '-D', 'main');
    expect(await texts(await open({ git: url }, { ...options, fullHistory }))).toEqual({ 'a.yml': 'trunk' });
    await expect(open({ git: url, ref: 'main' }, { ...options, fullHistory })).rejects.toMatchObject({
      message: `No branch, tag or commit \`main\` in ${url}`,
      hint: 'There are `trunk`.',
    });
  }
});

test('a damaged clone in the cache is made anew', async () => {
  const { url, options, clones } = remote();
  await open({ git: url }, options);
  const gitDir = join(options.cacheDir, 'clones', clones()[0]!);
  rmSync(join(gitDir, 'HEAD'));
  expect(await texts(await open({ git: url }, options))).toEqual({ 'a.yml': 'one' });
});

test('runs at the same time do not break each other', async () => {
  const { url, options, git, clones } = remote();
  git('branch', 'other');
  const refs = ['main', 'other', 'main', 'other'];
  const open4 = (fullHistory: boolean) =>
    Promise.all(
      refs.map(async (ref) => await texts(await open({ git: url, ref }, { ...options, fullHistory }))),
    );
  for (const fullHistory of [false, false, true, true]) {
    expect(await open4(fullHistory)).toEqual(refs.map(() => ({ 'a.yml': 'one' })));
  }
  expect(clones().filter((name) => name.startsWith('.'))).toEqual([]);
});

test('credentials of a URL are neither shown nor stored', async () => {
  const options = { cacheDir: temporaryFolder() };
  const url = 'https://robot:s3cret@localhost:1/example/rules.git';
  const failure = await open({ git: url }, options).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'SourceError', kind: 'unreadable' });
  expect(String(failure)).toMatch(
    /^SourceError: https:\/\/localhost:1\/example\/rules\.git cannot be cloned: /,
  );
  expect(String(failure)).not.toContain('s3cret');
  expect(readdirSync(options.cacheDir, { recursive: true }).join('\n')).not.toContain('s3cret');
});

test.each([
  ['https://user:pass@host/x', 'https://host/x'],
  ['https://token@host/x', 'https://host/x'],
  ['ssh://git:pass@host/x', 'ssh://git@host/x'],
  ['ssh://git@host/x', 'ssh://git@host/x'],
  ['git@host:x', 'git@host:x'],
])('%s is shown as %s', (url, shown) => {
  expect(withoutCredentials(url)).toBe(shown);
});

test('a remote without a commit and one that is not there are said', async () => {
  const { options } = remote();
  const empty = makeRepository();
  await expect(open({ git: `file://${empty.folder}` }, options)).rejects.toThrow(/has no commit yet$/);
  await expect(open({ git: `file://${empty.folder}/nowhere` }, options)).rejects.toMatchObject({
    kind: 'missing',
  });
});

test.each(['ext::sh -c touch% pwned', 'ext://x', '--upload-pack=touch pwned'])(
  '%j runs nothing',
  async (git) => {
    await expect(open({ git })).rejects.toMatchObject({ name: 'SourceError' });
    expect(() => readFileSync('pwned')).toThrow('ENOENT');
  },
);

test.each([
  ['https://example.org/x.git', true],
  ['git@example.org:x/y.git', true],
  ['example.org:x.git', true],
  ['file:///x', true],
  ['/srv/rules.git', false],
  ['/srv/a:b', false],
  [String.raw`C:\rules`, false],
  ['C:/rules', false],
  ['./rules', false],
])('%s is a URL: %s', (place, expected) => {
  expect(isUrl(place)).toBe(expected);
});
