import { expect, test } from 'vitest';
import { indexFiles } from '../../src/search/index-files.ts';
import { indexInThread } from '../../src/search/index-in-thread.ts';
import { partsOf } from '../../src/search/record-parts.ts';
import type { SearchRecord } from '../../src/search/record.ts';

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

test('a thread makes the same index, byte for byte', async () => {
  const bytes = (files: ReadonlyMap<string, Uint8Array>): string[] =>
    [...files].map(([path, content]) => `${path} ${Buffer.from(content).toString('base64')}`);
  const made = bytes(await indexInThread(records(1200)).files());
  expect(made.filter((file) => file.startsWith('pagefind/fragment/'))).toHaveLength(1200);
  expect(made).toEqual(bytes(await indexFiles(partsOf(records(1200)))));
});

test('what Pagefind refuses in the thread is told', async () => {
  const code = `import { parentPort } from 'node:worker_threads';
    parentPort.once('message', () => parentPort.postMessage({ failure: new Error('refused: x/') }));`;
  await expect(indexInThread(records(1), { module: thread(code) }).files()).rejects.toThrow('refused: x/');
});

test('a thread that dies, or ends and says nothing, is an error and no endless wait', async () => {
  const dying = `throw new Error('out of memory')`;
  await expect(indexInThread(records(1), { module: thread(dying) }).files()).rejects.toThrow('out of memory');
  const silent = `process.exit()`;
  await expect(indexInThread(records(1), { module: thread(silent) }).files()).rejects.toThrow(
    'The search index could not be made: its thread ended',
  );
});
