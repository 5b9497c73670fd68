import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFolder } from '../../src/output/replace-folder.ts';
import { temporaryFolder } from '../git-repository.ts';

/** A folder `dist` with one page, in a folder of its own. */
function aSite(text = 'old'): string {
  const dist = join(temporaryFolder(), 'dist');
  mkdirSync(dist);
  writeFileSync(join(dist, 'index.html'), text);
  return dist;
}

const read = (dist: string): string => readFileSync(join(dist, 'index.html'), 'utf8');
const beside = (dist: string): string[] => readdirSync(dirname(dist));

/** A process that has ended, so that nobody else has its number yet. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

test('what was written takes the place of what stood there, and nothing is left beside it', () => {
  const dist = aSite();
  writeFileSync(join(dist, 'gone.html'), '');
  const site = replaceFolder(dist);
  writeFileSync(join(site.folder, 'index.html'), 'new');
  expect(read(dist)).toBe('old');
  site.commit();
  site.discard();
  expect(read(dist)).toBe('new');
  expect(readdirSync(dist)).toEqual(['index.html']);
  expect(beside(dist)).toEqual(['dist']);
});

test('a folder that was not there is made, with those around it, and everybody may read it', () => {
  const dist = join(temporaryFolder(), 'a/b/dist');
  const site = replaceFolder(dist);
  writeFileSync(join(site.folder, 'index.html'), 'new');
  site.commit();
  expect(read(dist)).toBe('new');
  const like = temporaryFolder();
  mkdirSync(join(like, 'dist'));
  expect(statSync(dist).mode).toBe(statSync(join(like, 'dist')).mode);
});

test('what is discarded leaves what stood there', () => {
  const dist = aSite();
  const site = replaceFolder(dist);
  writeFileSync(join(site.folder, 'index.html'), 'half');
  site.discard();
  expect(read(dist)).toBe('old');
  expect(beside(dist)).toEqual(['dist']);
});

test('two at once do not meet: the last to be put in place stays', () => {
  const dist = aSite();
  const [one, two] = [replaceFolder(dist), replaceFolder(dist)];
  writeFileSync(join(one.folder, 'index.html'), 'one');
  writeFileSync(join(two.folder, 'index.html'), 'two');
  two.commit();
  one.commit();
  expect(read(dist)).toBe('one');
  expect(beside(dist)).toEqual(['dist']);
});

test('a run that was killed between the two renames is ended by the next: the old one is put back', () => {
  const dist = aSite();
  const pid = String(deadProcess());
  const parent = dirname(dist);
  const killed = replaceFolder(dist);
  // Its process is this one, and is said to be another.
  const [half, old] = ['new', 'old'].map((kind) => join(parent, `.dist.${kind}-${pid}-0a1b`)) as [
    string,
    string,
  ];
  writeFileSync(join(killed.folder, 'index.html'), 'half');
  killed.discard();
  mkdirSync(half);
  mkdirSync(old);
  writeFileSync(join(old, 'index.html'), 'whole');
  spawnSync('rm', ['-r', dist]);
  replaceFolder(dist).discard();
  expect(read(dist)).toBe('whole');
  expect(beside(dist)).toEqual(['dist']);
});

test('leftovers go, what a running process writes and what belongs to others stays', () => {
  const dist = aSite();
  const parent = dirname(dist);
  const running = `.dist.new-${String(process.ppid)}-0a1b`;
  const ofOthers = [
    '.dist.new',
    '.other.new-1-0a1b',
    'dist.new-1-0a1b',
    `.dist.new-${String(deadProcess())}-`,
  ];
  for (const name of [`.dist.old-${String(deadProcess())}-0a1b`, running, ...ofOthers])
    mkdirSync(join(parent, name));
  replaceFolder(dist).discard();
  expect(beside(dist).sort()).toEqual(['dist', running, ...ofOthers].sort());
});

test('behind a symbolic link its target is replaced', () => {
  const dist = aSite();
  const link = join(temporaryFolder(), 'public');
  symlinkSync(dist, link);
  const site = replaceFolder(link);
  writeFileSync(join(site.folder, 'index.html'), 'new');
  site.commit();
  expect(read(dist)).toBe('new');
  expect(beside(link)).toEqual(['public']);
});

test('a folder that cannot be moved, as a mounted one, gets other contents', () => {
  const dist = aSite();
  writeFileSync(join(dist, 'gone.html'), '');
  const site = replaceFolder(dist, (from, to) => {
    throw Object.assign(new Error(`EBUSY: ${String(from)} -> ${basename(String(to))}`), { code: 'EBUSY' });
  });
  writeFileSync(join(site.folder, 'index.html'), 'new');
  site.commit();
  expect(readdirSync(dist)).toEqual(['index.html']);
  expect(read(dist)).toBe('new');
  expect(existsSync(site.folder)).toBe(false);
});
