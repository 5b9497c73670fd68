import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { indexFiles } from '../../src/search/index-files.ts';
import { indexInThread } from '../../src/search/index-in-thread.ts';
import { partsOf } from '../../src/search/record-parts.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { temporaryFolder } from '../git-repository.ts';

function records(count: number): SearchRecord[] {
  return Array.from({ length: count }, (_, number) => ({
    type: 'detection',
    path: `detections/${number}/`,
    title: `Rule ${number}`,
    keys: [`rule-${number}`],
    aliases: [],
    line: 'Sigma',
    text: `Café 日本語 of rule ${number}`,
    filters: { platform: ['Windows'] },
  }));
}

/** A thread that runs this and nothing else. */
const thread = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

test('a thread writes the same index, byte for byte', async () => {
  const folder = temporaryFolder();
  await indexInThread(partsOf(records(1200)), folder);
  const made = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).flatMap(
    (entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? [`${relative(folder, path)} ${readFileSync(path).toString('base64')}`] : [];
    },
  );
  const files = await indexFiles(partsOf(records(1200)));
  expect(made.filter((file) => file.startsWith('pagefind/fragment/'))).toHaveLength(1200);
  expect(made.sort()).toEqual(
    [...files].map(([path, content]) => `${path} ${Buffer.from(content).toString('base64')}`).sort(),
  );
});

test('with what is kept of it the index is the same, and parts that are as they were are not made again', async () => {
  const [cacheDir, first, again] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  await indexInThread(partsOf(records(1200)), first, { cacheDir });
  const parts = (): string[] => readdirSync(join(cacheDir, 'search')).sort();
  const before = parts();
  expect(before).toHaveLength(2);
  const written = (): Record<string, number> =>
    Object.fromEntries(before.map((name) => [name, statSync(join(cacheDir, 'search', name)).ino]));
  const files = written();
  const changed = records(1200).map((record, at) => (at === 7 ? { ...record, title: 'Another' } : record));
  await indexInThread(partsOf(changed), again, { cacheDir });
  expect(parts()).toHaveLength(3);
  expect(parts()).toEqual(expect.arrayContaining(before));
  // A file that is written again is another one.
  expect(written()).toEqual(files);
  const contents = (folder: string): string[] => readdirSync(join(folder, 'pagefind/fragment')).sort();
  expect(contents(again)).toHaveLength(1200);
  expect(contents(again).filter((name) => !contents(first).includes(name))).toHaveLength(1);
});

test('what Pagefind refuses in the thread is told', async () => {
  const code = `import { parentPort } from 'node:worker_threads';
    parentPort.once('message', () => parentPort.postMessage({ failure: { message: 'refused: x/' } }));`;
  await expect(
    indexInThread(partsOf(records(1)), temporaryFolder(), { module: thread(code) }),
  ).rejects.toThrow('refused: x/');
});

test('a file that cannot be written is told as the system tells it', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'pagefind'), 'a file where a folder is to be');
  await expect(indexInThread(partsOf(records(1)), folder)).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:EEXIST|ENOTDIR)$/) as string,
  });
});

test('a thread that dies, or ends and says nothing, is an error and no endless wait', async () => {
  const dying = `throw new Error('out of memory')`;
  const index = (code: string) =>
    indexInThread(partsOf(records(1)), temporaryFolder(), { module: thread(code) });
  await expect(index(dying)).rejects.toThrow('out of memory');
  await expect(index(`process.exit()`)).rejects.toThrow(
    'The search index could not be made: the thread that does it ended',
  );
});
