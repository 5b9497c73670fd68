import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { open, paths, texts } from '../sources/opening.ts';

/** More than is kept from listing, so that the last files are read again when they are asked for. */
function largeFolder(): string {
  const folder = temporaryFolder();
  for (let file = 0; file < 66; file += 1)
    writeFileSync(
      join(folder, `ballast-${String(file).padStart(2, '0')}.txt`),
      Buffer.alloc(1_000_000, file),
    );
  writeFileSync(join(folder, 'rule.yml'), 'before');
  return folder;
}

describe('a file of a folder, between listing and reading', () => {
  test.each<[string, (file: string) => void, RegExp]>([
    [
      'edited',
      (file) => {
        writeFileSync(file, 'after');
      },
      /rule\.yml was changed while it was read/,
    ],
    [
      'deleted',
      (file) => {
        rmSync(file);
      },
      /rule\.yml cannot be read any more: ENOENT/,
    ],
    [
      'replaced by a folder',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
      /rule\.yml cannot be read any more: EISDIR/,
    ],
    [
      'replaced by a symbolic link',
      (file) => {
        rmSync(file);
        symlinkSync('/etc/hostname', file);
      },
      /rule\.yml cannot be read any more: ELOOP/,
    ],
    [
      'replaced by a pipe nobody writes to',
      (file) => {
        rmSync(file);
        execFileSync('mkfifo', [file]);
      },
      /rule\.yml was changed while it was read/,
    ],
  ])('%s: the run says so, and no other content passes for it', async (_, change, said) => {
    const folder = largeFolder();
    const source = await open({ path: folder });
    change(join(folder, 'rule.yml'));
    const rule = source.files.filter(({ path }) => path === 'rule.yml');
    await expect(texts({ ...source, files: rule })).rejects.toThrow(said);
  });
});

test('what was kept from listing is what was listed, whatever happens to the files', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.yml'), 'before');
  const source = await open({ path: folder });
  rmSync(join(folder, 'a.yml'));
  expect(await texts(source)).toEqual({ 'a.yml': 'before' });
});

test('a repository is read as of one commit, wherever its branches move meanwhile', async () => {
  const { folder, commit, git } = makeRepository({ files: { 'a.yml': 'A1', 'b.yml': 'B1' } });
  const source = await open({ git: folder });
  commit({ 'a.yml': 'A2', 'b.yml': 'B2', 'c.yml': 'C2' }, '2026-05-01T00:00:00Z');
  git('checkout', '--quiet', '--orphan', 'elsewhere');
  expect(paths(source)).toEqual(['a.yml', 'b.yml']);
  expect(await texts(source)).toEqual({ 'a.yml': 'A1', 'b.yml': 'B1' });
  expect([...(await source.history()).values()].map(({ commits }) => commits)).toEqual([1, 1]);
});
