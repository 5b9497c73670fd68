import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SourceError } from '../../src/sources/source-error.ts';
import type { Source } from '../../src/sources/source.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { open, paths, texts } from './opening.ts';

test('a repository is read at HEAD, without what is not committed', async () => {
  const { folder, write, git } = makeRepository({
    files: { 'a.yml': 'committed' },
    date: '2026-03-01T00:00:00Z',
  });
  write({ 'a.yml': 'changed', 'b.yml': 'new' });
  const source = await open({ git: folder });
  expect(await texts(source)).toEqual({ 'a.yml': 'committed' });
  expect(source).toMatchObject({ commit: git('rev-parse', 'HEAD'), commitDate: '2026-03-01T00:00:00Z' });
});

test('a ref is a branch, a tag with or without annotation, a commit, a short id or a step back', async () => {
  const { folder, commit, git } = makeRepository({ files: { 'a.yml': 'one' } });
  const first = git('rev-parse', 'HEAD');
  git('tag', 'v1');
  git('tag', '--annotate', '-m', 'Version 1', 'v1-signed');
  git('branch', 'release/1');
  commit({ 'a.yml': 'two' });
  for (const ref of ['v1', 'v1-signed', 'release/1', first, first.slice(0, 8), 'main~1', 'main^']) {
    expect(await texts(await open({ git: folder, ref })), ref).toEqual({ 'a.yml': 'one' });
  }
  expect(await texts(await open({ git: folder, ref: 'main' }))).toEqual({ 'a.yml': 'two' });
});

test('a branch that is only known from the remote is found, as in a CI checkout', async () => {
  const origin = makeRepository({ files: { 'a.yml': 'main' } });
  const checkout = makeRepository({ remote: origin.folder });
  checkout.git('fetch', '--quiet', 'origin', 'main');
  checkout.git('checkout', '--quiet', '--detach', 'origin/main');
  expect(await texts(await open({ git: checkout.folder, ref: 'main' }))).toEqual({ 'a.yml': 'main' });
});

test('a bare repository is read like any other', async () => {
  const { folder, git } = makeRepository({ files: { 'a.yml': 'a' } });
  const bare = join(temporaryFolder(), 'bare.git');
  git('clone', '--quiet', '--bare', folder, bare);
  expect(await texts(await open({ git: bare }))).toEqual({ 'a.yml': 'a' });
  expect(await texts(await open({ git: join(folder, '.git') }))).toEqual({ 'a.yml': 'a' });
});

test('odd file names survive: spaces, brackets, signs, quotes, line feeds, other scripts', async () => {
  const names = [
    'a b.yml',
    '[x].yml',
    'a#b.yml',
    'c++.yml',
    `"q' .yml`,
    'line\nfeed.yml',
    'tab\t.yml',
    'ü/名.yml',
    '-o.yml',
    'back\\slash.yml',
  ];
  const { folder } = makeRepository({ files: Object.fromEntries(names.map((name) => [name, name])) });
  const expected = Object.fromEntries(names.map((name) => [name, name]));
  for (const spec of [{ git: folder }, { path: folder }]) {
    const source = await open(spec);
    expect(await texts(source)).toEqual(expected);
    expect([...(await source.history()).keys()].sort()).toEqual([...names].sort());
  }
});

test('content comes out byte for byte: line ends, NUL, invalid UTF-8, nothing at all, more than a pipe holds', async () => {
  const contents: Record<string, Buffer> = {
    'crlf.yml': Buffer.from('a: 1\r\nb: 2\r\n'),
    'bytes.bin': Buffer.from([0, 255, 10, 0, 13, 10, 254]),
    'empty.yml': Buffer.alloc(0),
    'large.txt': Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251)),
    'z.yml': Buffer.from('last'),
  };
  const { folder } = makeRepository({ files: contents });
  for (const spec of [{ git: folder }, { path: folder }]) {
    const source = await open(spec);
    const read: Record<string, Buffer> = {};
    for await (const { file, bytes } of source.read(source.files)) {
      read[file.path] = Buffer.from(bytes);
      expect(bytes.length).toBe(file.size);
    }
    expect(read).toEqual(contents);
  }
});

test('files are read in the order asked for, twice when asked twice, and reading may stop early', async () => {
  const { folder } = makeRepository({ files: { 'a.yml': 'A', 'b.yml': 'B', 'c.yml': 'C' } });
  const source = await open({ git: folder });
  const [a, b, c] = source.files;
  const read: string[] = [];
  for await (const { bytes } of source.read([c!, a!, c!, b!])) read.push(Buffer.from(bytes).toString());
  expect(read).toEqual(['C', 'A', 'C', 'B']);
  for await (const { file } of source.read(source.files)) {
    expect(file).toBe(a);
    break;
  }
  expect(await texts(source)).toEqual({ 'a.yml': 'A', 'b.yml': 'B', 'c.yml': 'C' });
});

test('symbolic links and submodules are left out, and said', async () => {
  const { folder, git } = makeRepository({ files: { 'a.yml': 'a' } });
  symlinkSync('/etc/passwd', join(folder, 'link.yml'));
  git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD')},module`);
  git('add', 'link.yml');
  git('commit', '--quiet', '-m', 'Link');
  const source = await open({ git: folder });
  expect(paths(source)).toEqual(['a.yml']);
  expect(source.links).toEqual(['link.yml', 'module']);
});

test('include and exclude choose, and a file over the limit is skipped', async () => {
  const { folder } = makeRepository({
    files: { 'rules/a.yml': 'a', 'rules/old/b.yml': 'b', 'rules/big.yml': 'x'.repeat(50), 'docs/c.yml': 'c' },
  });
  const source = await open({ git: folder, include: ['rules/**'], exclude: ['**/old/**'], maxBytes: 49 });
  expect(paths(source)).toEqual(['rules/a.yml']);
  expect(source.skipped.map(({ path }) => path)).toEqual(['rules/big.yml']);
});

test('links lead to the remote at the commit, without the credentials of its URL', async () => {
  const { folder, git } = makeRepository({
    files: { 'rules/a b#1.yml': 'a' },
    remote: 'https://robot:token@github.com/example/rules.git',
  });
  const source = await open({ git: folder });
  expect(source.permalink('rules/a b#1.yml', { from: 2, to: 9 })).toBe(
    `https://github.com/example/rules/blob/${git('rev-parse', 'HEAD')}/rules/a%20b%231.yml#L2-L9`,
  );
});

test('an unknown ref is said with the ones that look alike', async () => {
  const { folder, git } = makeRepository({ files: { 'a.yml': 'a' } });
  git('branch', 'develop');
  git('tag', 'v1.0');
  await expect(open({ git: folder, ref: 'mian' })).rejects.toMatchObject({
    kind: 'missing',
    message: `No branch, tag or commit \`mian\` in ${folder}`,
    hint: 'There are `main`, `v1.0`, `develop`.',
  });
  await expect(open({ git: folder, ref: 'f'.repeat(40) })).rejects.toMatchObject({ kind: 'missing' });
});

test.each([
  '--upload-pack=touch pwned',
  '--output=pwned',
  '-h',
  '',
  'a..b',
  'main:a.yml',
  ':/Change',
  'HEAD^{/Change}',
  'HEAD@{1}',
  '*',
  'main\nother',
])('the ref %j is refused before Git sees it', async (ref) => {
  const { folder } = makeRepository({ files: { 'a.yml': 'a' } });
  await expect(open({ git: folder, ref })).rejects.toMatchObject({
    name: 'SourceError',
    message: `\`${ref}\` is not the name of a Git ref`,
  });
  expect(existsSync('pwned')).toBe(false);
});

test('a folder that is no repository, one inside a repository, and nothing at all are said apart', async () => {
  const { folder } = makeRepository({ files: { 'rules/a.yml': 'a' } });
  await expect(open({ git: temporaryFolder() })).rejects.toThrow(/ is not a Git repository$/);
  await expect(open({ git: join(folder, 'rules') })).rejects.toThrow(
    /inside a Git repository, not the repository/,
  );
  await expect(open({ git: join(folder, 'nowhere') })).rejects.toThrow(/no repository and no bundle/);
});

test('a repository without a commit is said', async () => {
  await expect(open({ git: makeRepository().folder })).rejects.toThrow(/has no commit yet$/);
});

test('a program that the config of a repository names is not run', async () => {
  const { folder, git } = makeRepository({ files: { 'a.yml': 'a' } });
  const proof = join(temporaryFolder(), 'ran');
  const program = join(folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\ntouch '${proof}'\n`, { mode: 0o755 });
  for (const key of ['core.fsmonitor', 'core.pager', 'gpg.program', 'diff.external', 'core.sshCommand']) {
    git('config', key, program);
  }
  git('config', 'log.showSignature', 'true');
  // The settings do bite: plain Git asks the file system monitor.
  execFileSync('git', ['-C', folder, 'status'], { stdio: 'ignore' });
  expect(existsSync(proof)).toBe(true);
  execFileSync('rm', [proof]);
  for (const spec of [{ git: folder }, { path: folder }]) await (await open(spec)).history();
  expect(existsSync(proof)).toBe(false);
});

test('a clone without its blobs is said with the remedy, and nothing is fetched behind the back', async () => {
  const { folder, git } = makeRepository({ files: { 'a.yml': 'a', 'b/c.yml': 'c' } });
  git('config', 'uploadpack.allowFilter', 'true');
  const clone = join(temporaryFolder(), 'clone');
  git('clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${folder}`, clone);
  const outcome = await open({ git: clone }).catch((error: unknown) => error);
  // Git since 2.45 lists such files without a size; before, it refuses the listing.
  if (outcome instanceof SourceError) expect(outcome.hint).toContain('--filter');
  else expect((outcome as Source).unreadable).toHaveLength(2);
  expect((await (await open({ path: clone })).history()).size).toBe(2);
});

test.runIf(process.getuid?.() === 0)('a repository of another user is read, as in a container', async () => {
  const { folder } = makeRepository({ files: { 'a.yml': 'a' } });
  execFileSync('chown', ['-R', '65534', folder]);
  expect(await texts(await open({ git: folder }))).toEqual({ 'a.yml': 'a' });
  expect((await open({ path: folder })).commit).toMatch(/^[0-9a-f]{40}$/);
});

test('the variables of a Git hook do not lead to another repository', async () => {
  const { folder } = makeRepository({ files: { 'a.yml': 'right' } });
  const other = makeRepository({ files: { 'a.yml': 'wrong' } });
  process.env['GIT_DIR'] = join(other.folder, '.git');
  try {
    expect(await texts(await open({ git: folder }))).toEqual({ 'a.yml': 'right' });
  } finally {
    delete process.env['GIT_DIR'];
  }
});

test('a machine without Git says so for a repository and still reads a folder', async () => {
  const { folder } = makeRepository({ files: { 'a.yml': 'a' } });
  const path = process.env['PATH'];
  process.env['PATH'] = temporaryFolder();
  try {
    await expect(open({ git: folder })).rejects.toThrow('Git is not installed or not on the PATH');
    expect(await texts(await open({ path: folder }))).toMatchObject({ 'a.yml': 'a' });
  } finally {
    process.env['PATH'] = path;
  }
});
