import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFiles } from '../../src/output/write.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coverbook-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('folders are made on the way, and nothing temporary is left behind', async () => {
  const written = await writeFiles(
    join(folder, 'dist'),
    new Map([
      ['layers/a.json', '{"é":1}\n'],
      ['b.json', '[]\n'],
    ]),
  );
  expect(written).toEqual(['layers/a.json', 'b.json']);
  expect(readFileSync(join(folder, 'dist/layers/a.json'), 'utf8')).toBe('{"é":1}\n');
  expect(readdirSync(join(folder, 'dist'), { recursive: true }).sort()).toEqual([
    'b.json',
    'layers',
    'layers/a.json',
  ]);
});

test('a file with the same content is left alone, down to its date', async () => {
  await writeFiles(
    folder,
    new Map([
      ['a.json', '1\n'],
      ['b.json', '2\n'],
    ]),
  );
  const long = new Date('2020-01-01T00:00:00Z');
  utimesSync(join(folder, 'a.json'), long, long);
  expect(
    await writeFiles(
      folder,
      new Map([
        ['a.json', '1\n'],
        ['b.json', '3\n'],
      ]),
    ),
  ).toEqual(['b.json']);
  expect(statSync(join(folder, 'a.json')).mtime).toEqual(long);
  expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe('3\n');
});

test('a folder in the way of a file is an error, and leaves nothing temporary', async () => {
  await writeFiles(folder, new Map([['a/b.json', '1\n']]));
  await expect(writeFiles(folder, new Map([['a', '2\n']]))).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['a']);
});
