import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { corpora } from '../corpora.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { open, texts } from './opening.ts';

function bundled(...refs: string[]) {
  const repository = makeRepository({ files: { 'a.yml': 'one' }, date: '2026-01-01T00:00:00Z' });
  const file = join(temporaryFolder(), 'rules.bundle');
  const said: string[] = [];
  const options = { cacheDir: temporaryFolder(), onProgress: (text: string) => said.push(text) };
  const bundle = (...what: string[]) => repository.git('bundle', 'create', '--quiet', file, ...what);
  if (refs.length > 0) bundle(...refs);
  return { ...repository, file, bundle, options, said };
}

test('a bundle is unpacked once, with its history and without links', async () => {
  const { file, options, said } = bundled('--all');
  const source = await open({ git: file }, options);
  expect(await texts(source)).toEqual({ 'a.yml': 'one' });
  expect((await source.history()).get('a.yml')).toMatchObject({ first: '2026-01-01T00:00:00Z', commits: 1 });
  expect(source.permalink('a.yml')).toBeUndefined();
  await open({ git: file }, options);
  expect(said).toEqual([`Unpacking ${file}`]);
});

test('a bundle made anew is unpacked anew', async () => {
  const { file, options, commit, bundle } = bundled('--all');
  await open({ git: file }, options);
  commit({ 'a.yml': 'two' });
  bundle('--all');
  utimesSync(file, 1_000_000, 1_000_000);
  expect(await texts(await open({ git: file }, options))).toEqual({ 'a.yml': 'two' });
});

test.each([[['HEAD']], [['main']], [['main', 'v1']], [['--all']]])(
  'a bundle of %j has a default state',
  async (refs) => {
    const { file, options, git, bundle } = bundled();
    git('tag', 'v1');
    bundle(...refs);
    expect(await texts(await open({ git: file }, options))).toEqual({ 'a.yml': 'one' });
  },
);

test('a ref of the bundle is read, an unknown one is said', async () => {
  const { file, options, git, commit, bundle } = bundled();
  git('tag', 'v1');
  commit({ 'a.yml': 'two' });
  bundle('--all');
  expect(await texts(await open({ git: file, ref: 'v1' }, options))).toEqual({ 'a.yml': 'one' });
  await expect(open({ git: file, ref: 'v2' }, options)).rejects.toMatchObject({
    hint: 'There are `v1`, `main`.',
  });
});

test('a cut-off bundle, a file that is none, and part of a history are said and leave nothing behind', async () => {
  const { file, options, commit, bundle } = bundled('--all');
  truncateSync(file, readFileSync(file).length - 30);
  await expect(open({ git: file }, options)).rejects.toThrow(/is not a Git bundle, or it is damaged/);
  writeFileSync(file, 'title: a rule\n');
  await expect(open({ git: file }, options)).rejects.toMatchObject({ kind: 'unreadable' });
  commit({ 'a.yml': 'two' });
  bundle('main~1..main');
  await expect(open({ git: file }, options)).rejects.toThrow(/holds only part of a history$/);
  expect(readdirSync(join(options.cacheDir, 'bundles'))).toEqual([]);
});

const shared = corpora('the SigmaHQ bundle');

test.runIf(shared)('the SigmaHQ bundle has 4,016 rule files and 343 commits', async () => {
  const git = join(shared!, 'corpora/sigma-rules-history.bundle');
  const cacheDir = temporaryFolder();
  const source = await open({ name: 'sigmahq', git, include: ['**/*.yml'] }, { cacheDir });
  const [unpacked] = readdirSync(join(cacheDir, 'bundles'));
  const gitDir = join(cacheDir, 'bundles', unpacked!);
  const commits = execFileSync('git', ['--git-dir', gitDir, 'rev-list', '--count', source.commit!]);
  expect(commits.toString().trim()).toBe('343');
  expect(source).toMatchObject({
    commit: 'c86c4350237d465c46d0e9c1e0752dda540d1931',
    commitDate: '2026-08-05T08:52:16Z',
  });
  expect(source.files).toHaveLength(4016);
  expect(source.skipped).toEqual([]);
  expect(source.unreadable).toEqual([]);

  let titled = 0;
  for await (const { file, bytes } of source.read(source.files)) {
    expect(bytes.length).toBe(file.size);
    if (/^title:/m.test(Buffer.from(bytes).toString())) titled += 1;
  }
  expect(titled).toBe(4016);

  const history = await source.history();
  expect(source.files.filter(({ path }) => !history.has(path))).toEqual([]);
  const dates = [...history.values()].flatMap(({ first, last }) => [first, last]).sort();
  expect([dates[0], dates.at(-1)]).toEqual(['2025-06-02T11:29:26Z', '2026-08-05T08:52:16Z']);
});
