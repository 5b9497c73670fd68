import { describe, expect, test } from 'vitest';
import type { FileContent } from '../../src/readers/reader.ts';
import { openSource } from '../../src/sources/open.ts';
import type { SourceFile } from '../../src/sources/source.ts';
import { openContentCache } from '../../src/workspace/content-cache.ts';
import { readContents, type ReadFile, type UnreadFile } from '../../src/workspace/read-content.ts';
import { readInThreads } from '../../src/workspace/read-in-threads.ts';
import { startReadingThread } from '../../src/workspace/reading-thread.ts';
import { makeRepository, temporaryFolder, type Files } from '../git-repository.ts';
import { aSource } from '../workspace-builder.ts';

const rule = (number: number, more = ''): string => `title: Rule ${number}
id: ${String(number).padStart(8, '0')}-0000-4000-8000-000000000000
status: test
description: Café, 日本語, 𝐛𝐨𝐥𝐝 ${'and more '.repeat(900)}
logsource: { product: windows, category: process_creation }
detection:
  selection: { Image|endswith: '\\tool${number}.exe', CommandLine|contains: ' -x ' }
  condition: selection
tags: [attack.t1059.001]
${more}`;

/** Enough to be worth threads, with a file of each kind that may go wrong. */
function manyFiles(): Files {
  const rules = Array.from({ length: 400 }, (_, index): [string, string] => [
    `rules/r${index}.yml`,
    rule(index),
  ]);
  return {
    ...Object.fromEntries(rules),
    'rules/copy/r1.yml': rule(1),
    'rules/broken.yml': 'title: [',
    'rules/bytes.yml': new Uint8Array([0xff, 0xfe, 0x00]),
    'rules/empty.yml': '',
    'hunts/hunt.md': '# Hunt\n\nA page about T1003.\n',
    'other/data.json': '{"a": [1, 2',
    'other/rules.toml': 'a = ',
    ...Object.fromEntries([90, 5000].map((depth) => [`rules/deep${depth}.yml`, nested(depth)])),
  };
}

/** A rule with a list in a list in a list. */
function nested(depth: number): string {
  return rule(depth, `deep: ${'['.repeat(depth)}${']'.repeat(depth)}\n`);
}

async function read(files: Files, threads: number): Promise<ReadFile[][]> {
  const spec = { ...aSource({ name: 'team' }).spec, git: makeRepository({ files }).folder };
  const source = await openSource(spec, { cacheDir: temporaryFolder(), fullHistory: false });
  const cache = openContentCache(undefined, spec, '1');
  return await readContents([{ source, cache }], threads);
}

test('threads read the same, in the same order, as one alone does', async () => {
  const [alone, together] = [await read(manyFiles(), 1), await read(manyFiles(), 2)];
  expect(alone[0]).toHaveLength(409);
  expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
});

describe('a thread that dies costs nothing but time', () => {
  const files = Array.from({ length: 300 }, (_, index): [SourceFile, string] => [
    { path: `r${index}.yml`, id: String(index), size: 1 },
    rule(index),
  ]);
  const titles = files.map((_, index) => `Rule ${index}`);

  // Each is what runs in a thread, with the words of its death.
  test.each([
    ['before it is asked', 'process.exit(1)'],
    ['of an error before it is asked', 'throw new Error("dead")'],
    ['over the first files', 'parentPort.on("message", () => process.exit(0))'],
    ['of an error over the first files', 'parentPort.on("message", () => { throw new Error("dead") })'],
    [
      'after some files',
      'parentPort.once("message", ({ paths }) => { parentPort.postMessage(paths.map(() => \'{"detections":[{"title":"by the thread"}]}\')); parentPort.on("message", () => process.exit(0)) })',
    ],
  ])('%s', async (_, code) => {
    const module = new URL(
      `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; ${code}`)}`,
    );
    const kept = await readAll(() => startReadingThread(module));
    const read = files.map(([{ path }]) => kept.get(path));
    expect(
      read.filter((title) => title !== 'by the thread').every((title) => titles.includes(title ?? '')),
    ).toBe(true);
    expect(kept.size).toBe(files.length);
  });

  test('alone, while others live', async () => {
    const dead = new URL('data:text/javascript,process.exit(1)');
    const starts = [dead, undefined, dead];
    const kept = await readAll(() => startReadingThread(starts.shift()));
    expect(files.map(([{ path }]) => kept.get(path))).toEqual(titles);
  });

  /** Path → title of what was read of it. */
  async function readAll(start: () => ReturnType<typeof startReadingThread>): Promise<Map<string, string>> {
    const kept = new Map<string, string>();
    const cache: UnreadFile['cache'] = {
      content: () => undefined,
      keepContent: ({ path }, { detections }) => void kept.set(path, detections[0]?.title ?? ''),
    };
    function* unread(): Generator<UnreadFile> {
      for (const [file, text] of files) yield { file, bytes: Buffer.from(text), cache };
    }
    await readInThreads(unread(), 3, start);
    return kept;
  }
});

test('a source that cannot be read on is told as it is, and no thread is left', async () => {
  const cache: UnreadFile['cache'] = { content: () => undefined, keepContent: () => undefined };
  function* failing(): Generator<UnreadFile> {
    yield { file: { path: 'a.yml', id: 'a', size: 1 }, bytes: Buffer.from(rule(1)), cache };
    throw new Error('the disk is gone');
  }
  await expect(readInThreads(failing(), 2)).rejects.toThrow('the disk is gone');
});

test('a thread reads what it is asked for', async () => {
  const cache: UnreadFile['cache'] = { content: () => undefined, keepContent: () => undefined };
  const files = [1, 2].map((number): UnreadFile => ({
    file: { path: `${number}.yml`, id: String(number), size: 1 },
    bytes: Buffer.from(rule(number)),
    cache,
  }));
  const thread = startReadingThread();
  const texts = (await thread.read(files)) ?? [];
  thread.stop();
  const titles = texts.map((text) => (JSON.parse(text) as FileContent).detections[0]?.title);
  expect(titles).toEqual(['Rule 1', 'Rule 2']);
});
