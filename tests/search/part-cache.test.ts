import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPartCache } from '../../src/search/part-cache.ts';
import { temporaryFolder } from '../git-repository.ts';

const json = (text: string): Uint8Array => Buffer.from(text);
const FILES = new Map([
  ['pagefind.js', Buffer.from('code')],
  ['fragment/en_1.pf_fragment', Buffer.from([0, 255])],
]);

test('a part is known again by its records, for the same version', () => {
  const folder = temporaryFolder();
  openPartCache(folder, '1').keep(json('[1]'), FILES);
  expect(openPartCache(folder, '1').get(json('[1]'))).toEqual(FILES);
  expect(openPartCache(folder, '1').get(json('[2]'))).toBeUndefined();
  expect(openPartCache(folder, '2').get(json('[1]'))).toBeUndefined();
});

test('one that is cut or changed is none, and is made again in its place', () => {
  const folder = temporaryFolder();
  openPartCache(folder, '1').keep(json('[1]'), FILES);
  const [name = ''] = readdirSync(folder);
  const bytes = readFileSync(join(folder, name));
  for (const damaged of [
    bytes.subarray(0, -1),
    Buffer.from(bytes.toString('latin1').replace('code', 'evil'), 'latin1'),
    Buffer.from(''),
  ]) {
    writeFileSync(join(folder, name), damaged);
    const cache = openPartCache(folder, '1');
    expect(cache.get(json('[1]'))).toBeUndefined();
    cache.keep(json('[1]'), FILES);
    expect(cache.get(json('[1]'))).toEqual(FILES);
  }
  expect(readdirSync(folder)).toEqual([name]);
});

test('where nothing can be written, nothing is kept and nobody is told', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const cache = openPartCache(join(file, 'search'), '1');
  cache.keep(json('[1]'), FILES);
  expect(cache.get(json('[1]'))).toBeUndefined();
});
