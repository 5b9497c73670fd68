import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RewriteError, rewriteFile } from '../../src/output/rewrite-file.ts';

let folder: string;
let source: string;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coverbook-rewrite-'));
  source = join(folder, 'source');
  mkdirSync(join(source, 'sub'), { recursive: true });
  writeFileSync(join(source, 'sub/a.yml'), 'before');
  writeFileSync(join(folder, 'outside.yml'), 'before');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a file is replaced, keeps its mode, and leaves nothing beside it', async () => {
  chmodSync(join(source, 'sub/a.yml'), 0o755);
  await rewriteFile(source, 'sub/a.yml', bytes('before'), bytes('after'));
  expect(readFileSync(join(source, 'sub/a.yml'), 'utf8')).toBe('after');
  expect(statSync(join(source, 'sub/a.yml')).mode & 0o777).toBe(0o755);
  expect(readdirSync(join(source, 'sub'))).toEqual(['a.yml']);
});

test('a source may itself be a link to where it lies', async () => {
  symlinkSync(source, join(folder, 'link'));
  await rewriteFile(join(folder, 'link'), 'sub/a.yml', bytes('before'), bytes('after'));
  expect(readFileSync(join(source, 'sub/a.yml'), 'utf8')).toBe('after');
});

test.each<[string, string, RegExp]>([
  ['changed since it was read', 'sub/changed.yml', /has changed meanwhile/],
  ['is a link', 'link.yml', /symbolic link/],
  ['lies in a linked folder', 'linked/outside.yml', /symbolic link/],
  ['lies outside of the source', '../outside.yml', /outside/],
  ['is gone', 'sub/gone.yml', /is gone/],
])('a file that %s is left', async (_what, path, reason) => {
  writeFileSync(join(source, 'sub/changed.yml'), 'something else');
  symlinkSync(join(source, 'sub/a.yml'), join(source, 'link.yml'));
  symlinkSync(folder, join(source, 'linked'));
  const rewrite = rewriteFile(source, path, bytes('before'), bytes('after'));
  await expect(rewrite).rejects.toThrow(RewriteError);
  await expect(rewriteFile(source, path, bytes('before'), bytes('after'))).rejects.toThrow(reason);
  expect(readFileSync(join(source, 'sub/a.yml'), 'utf8')).toBe('before');
  expect(readFileSync(join(folder, 'outside.yml'), 'utf8')).toBe('before');
});

test('a file somebody put in the way is neither written nor removed', async () => {
  const planted = join(source, `sub/a.yml.${process.pid}.tmp`);
  writeFileSync(planted, 'mine');
  await expect(rewriteFile(source, 'sub/a.yml', bytes('before'), bytes('after'))).rejects.toThrow(
    /cannot be written \(EEXIST/,
  );
  expect(readFileSync(planted, 'utf8')).toBe('mine');
});
