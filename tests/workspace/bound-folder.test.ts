import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { boundFolder } from '../../src/workspace/bound-folder.ts';
import { temporaryFolder } from '../git-repository.ts';

/** Files of ten bytes each, used so many days ago. */
function folderOf(days: Record<string, number>): string {
  const folder = temporaryFolder();
  for (const [name, ago] of Object.entries(days)) {
    const used = new Date(Date.now() - ago * 86_400_000 - 1000);
    writeFileSync(join(folder, name), '0123456789');
    utimesSync(join(folder, name), used, used);
  }
  return folder;
}

test('files nobody used for long go', () => {
  const folder = folderOf({ a: 0, b: 9, c: 10 });
  boundFolder(folder, { days: 10, bytes: 1000 });
  expect(readdirSync(folder)).toEqual(['a', 'b']);
});

test('of more than the bound, what was used last stays', () => {
  const folder = folderOf({ a: 3, b: 1, c: 2, d: 0 });
  boundFolder(folder, { days: 10, bytes: 30 });
  expect(readdirSync(folder)).toEqual(['b', 'c', 'd']);
});

test('the file used last stays, however large or old', () => {
  const folder = folderOf({ a: 99, b: 100 });
  boundFolder(folder, { days: 10, bytes: 5 });
  expect(readdirSync(folder)).toEqual(['a']);
});

test('a folder that is not there has its bound', () => {
  boundFolder(join(temporaryFolder(), 'none'), { days: 1, bytes: 1 });
});
