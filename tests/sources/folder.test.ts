import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { open, paths, texts } from './opening.ts';

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test('a folder outside Git has files and neither commit, history nor links', async () => {
  const source = await open({ path: folderWith({ 'b.yml': 'two', 'a/c.yml': 'one' }) });
  expect(await texts(source)).toEqual({ 'a/c.yml': 'one', 'b.yml': 'two' });
  expect(source).not.toHaveProperty('commit');
  expect(await source.history()).toEqual(new Map());
  expect(source.permalink('b.yml')).toBeUndefined();
});

test('files come sorted by code unit, whatever the locale says', async () => {
  const source = await open({
    path: folderWith({ 'é.yml': '', 'a.yml': '', 'B.yml': '', '_.yml': '', 'a/z.yml': '' }),
  });
  expect(paths(source)).toEqual(['B.yml', '_.yml', 'a.yml', 'a/z.yml', 'é.yml']);
});

test('a file has the same id in the work tree and as a blob', async () => {
  const { folder, git } = makeRepository({ files: { 'rule.yml': 'title: x\r\n', 'empty.yml': '' } });
  const source = await open({ path: folder });
  expect(source.files.map(({ id, path }) => [path, id])).toEqual([
    ['empty.yml', git('rev-parse', 'HEAD:empty.yml')],
    ['rule.yml', git('rev-parse', 'HEAD:rule.yml')],
  ]);
});

test('.git and node_modules are left out, other hidden files are not', async () => {
  const { folder, write } = makeRepository({ files: { '.rules/a.yml': 'a' } });
  write({ 'node_modules/x/b.yml': 'b', 'sub/node_modules/c.yml': 'c', 'sub/.git': 'gitdir: elsewhere' });
  expect(paths(await open({ path: folder }))).toEqual(['.rules/a.yml']);
});

test('symbolic links are not followed, in the folder or out of it', async () => {
  const outside = folderWith({ 'secret.yml': 'secret', 'deep/secret.yml': 'secret' });
  const folder = folderWith({ 'real.yml': 'real' });
  symlinkSync(join(outside, 'secret.yml'), join(folder, 'link.yml'));
  symlinkSync(outside, join(folder, 'linked'));
  symlinkSync(join(folder, 'real.yml'), join(folder, 'inner.yml'));
  symlinkSync('nowhere', join(folder, 'broken.yml'));
  const source = await open({ path: folder });
  expect(await texts(source)).toEqual({ 'real.yml': 'real' });
  expect(source.links).toEqual(['broken.yml', 'inner.yml', 'link.yml', 'linked']);
});

test('a file over the limit is skipped and said, one at the limit is read', async () => {
  const source = await open({ path: folderWith({ 'big.yml': '12345', 'fits.yml': '1234' }), maxBytes: 4 });
  expect(paths(source)).toEqual(['fits.yml']);
  expect(source.skipped).toMatchObject([{ path: 'big.yml', size: 5 }]);
});

test.skipIf(process.getuid?.() === 0)(
  'a file without read permission is said, and the rest is read',
  async () => {
    const folder = folderWith({ 'closed.yml': 'x', 'open.yml': 'y' });
    chmodSync(join(folder, 'closed.yml'), 0);
    const source = await open({ path: folder });
    expect(paths(source)).toEqual(['open.yml']);
    expect(source.unreadable).toEqual([{ path: 'closed.yml', reason: 'EACCES: permission denied' }]);
  },
);

test('a folder inside a work tree takes commit, date, history and links from HEAD', async () => {
  const { folder, commit } = makeRepository({
    files: { 'content/rules/a.yml': 'a', 'other/b.yml': 'b' },
    remote: 'git@github.com:example/rules.git',
    date: '2026-01-01T12:00:00+02:00',
  });
  const head = commit({ 'content/rules/c.yml': 'c' }, '2026-02-01T12:00:00+02:00');
  const source = await open({ path: join(folder, 'content') });
  expect(source).toMatchObject({ commit: head, commitDate: '2026-02-01T10:00:00Z' });
  expect(await source.history()).toMatchObject(
    new Map([
      ['rules/a.yml', { first: '2026-01-01T10:00:00Z', last: '2026-01-01T10:00:00Z', commits: 1 }],
      [
        'rules/c.yml',
        {
          first: '2026-02-01T10:00:00Z',
          last: '2026-02-01T10:00:00Z',
          commits: 1,
          newest: [{ id: head, date: '2026-02-01T10:00:00Z', subject: 'Change' }],
        },
      ],
    ]),
  );
  expect(source.permalink('rules/a.yml')).toBe(
    `https://github.com/example/rules/blob/${head}/content/rules/a.yml`,
  );
});

test('an uncommitted change is read, and its link does not point at lines that are others there', async () => {
  const { folder, write, git } = makeRepository({
    files: { 'same.yml': 'a', 'changed.yml': 'b' },
    remote: 'https://gitlab.example.org/soc/rules.git',
  });
  write({ 'changed.yml': 'new\nb', 'added.yml': 'c' });
  const source = await open({ path: folder });
  const url = `https://gitlab.example.org/soc/rules/-/blob/${git('rev-parse', 'HEAD')}`;
  expect(await texts(source)).toEqual({ 'added.yml': 'c', 'changed.yml': 'new\nb', 'same.yml': 'a' });
  expect(source.permalink('same.yml', { from: 1, to: 1 })).toBe(`${url}/same.yml#L1`);
  expect(source.permalink('changed.yml', { from: 2, to: 2 })).toBe(`${url}/changed.yml`);
  expect(source.permalink('added.yml')).toBeUndefined();
});

test('a folder in a repository without a commit is read as if outside Git', async () => {
  const { folder, write } = makeRepository();
  write({ 'a.yml': 'a' });
  const source = await open({ path: folder });
  expect(paths(source)).toEqual(['a.yml']);
  expect(source.commit).toBeUndefined();
});

test('a missing folder and a file in its place are said with the remedy', async () => {
  const folder = folderWith({ 'rules.bundle': '' });
  await expect(open({ path: join(folder, 'nowhere') })).rejects.toMatchObject({
    name: 'SourceError',
    kind: 'missing',
    message: `The folder ${join(folder, 'nowhere')} does not exist`,
  });
  await expect(open({ path: join(folder, 'rules.bundle') })).rejects.toMatchObject({
    message: `${join(folder, 'rules.bundle')} is not a folder`,
    hint: expect.stringContaining('goes under `git`') as string,
  });
});
