import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { linkFiles, linkInThread } from '../../../src/site/kept/link-files.ts';
import { temporaryFolder } from '../../git-repository.ts';

const FILES = ['index.html', 'docs/start/index.html'];

function site(): string {
  const folder = temporaryFolder();
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  return folder;
}

test('files stand in both folders, and take no room twice', async () => {
  const [from, to] = [site(), temporaryFolder()];
  const linked = await linkInThread({ from, to, files: FILES });
  expect(linked.to).toEqual(linked.from);
  expect([...linked.to.keys()]).toEqual(FILES);
  for (const file of FILES) {
    expect(readFileSync(join(to, file), 'utf8')).toBe(file);
    expect(statSync(join(to, file)).ino).toBe(statSync(join(from, file)).ino);
  }
});

test('where a file cannot be linked it is copied, and each is told as it looks', () => {
  const [from, to] = [site(), temporaryFolder()];
  // A name that is taken can be copied over, not linked.
  writeFileSync(join(to, 'index.html'), 'of another build');
  const linked = linkFiles({ from, to, files: FILES });
  expect(readFileSync(join(to, 'index.html'), 'utf8')).toBe('index.html');
  const stateOf = (folder: string): [number, number] => {
    const { size, mtimeMs } = statSync(join(folder, 'index.html'));
    return [size, mtimeMs];
  };
  expect(linked.from.get('index.html')).toEqual(stateOf(from));
  expect(linked.to.get('index.html')).toEqual(stateOf(to));
});

test('a file that is gone is an error', async () => {
  const [from, to] = [site(), temporaryFolder()];
  rmSync(join(from, 'index.html'));
  await expect(linkInThread({ from, to, files: FILES })).rejects.toMatchObject({ code: 'ENOENT' });
});
