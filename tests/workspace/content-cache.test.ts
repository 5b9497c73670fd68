import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileContent } from '../../src/readers/reader.ts';
import type { SourceFile } from '../../src/sources/source.ts';
import { openContentCache, type ContentCache } from '../../src/workspace/content-cache.ts';
import { temporaryFolder } from '../git-repository.ts';
import { aSource } from '../workspace-builder.ts';

const { spec } = aSource({ name: 'team', path: '/team' });
const file = (id: string): SourceFile => ({ id: id.repeat(40), path: `${id}.yml`, size: 1 });
const at = { ordinal: 0, pointer: ['tags', 0] };
const range = { line: 3, column: 1, endLine: 3, endColumn: 2 };
const content: FileContent = {
  format: null,
  detections: [],
  playbooks: [],
  exercises: [],
  threats: [],
  regressions: [],
  atomics: [],
  findings: [],
};

/** One run that does something with the cache in a folder. */
function run<T>(folder: string, use: (cache: ContentCache) => T, version = '1'): T {
  const cache = openContentCache(folder, spec, version);
  const result = use(cache);
  cache.save();
  return result;
}

function filled(): string {
  const folder = temporaryFolder();
  run(folder, (cache) => {
    for (const one of [file('a'), file('b')]) {
      cache.keepContent(one, content);
      cache.keepRange(one, at, range);
    }
  });
  return folder;
}

test('a place is kept while its file is there, whether or not a run asks for it', () => {
  const folder = filled();
  run(folder, (cache) => [cache.content(file('a')), cache.content(file('b'))]);
  expect(run(folder, (cache) => [cache.content(file('a')), cache.range(file('a'), at)])).toEqual([
    content,
    range,
  ]);
});

test('what is kept of a file goes with the file', () => {
  const folder = filled();
  run(folder, (cache) => cache.content(file('a')));
  const left = run(folder, (cache) => [cache.content(file('b')), cache.range(file('b'), at)]);
  expect(left).toEqual([undefined, undefined]);
});

test('another version of the readers finds nothing', () => {
  const folder = filled();
  expect(run(folder, (cache) => cache.content(file('a')), '2')).toBeUndefined();
});

/** The file of the source's cache with contents, or with places. */
function cacheFile(folder: string, kind = '.txt'): string {
  const names = readdirSync(join(folder, 'content'));
  return join(
    folder,
    'content',
    names.find((name) => name.endsWith(kind) && (kind !== '.txt' || !name.includes('-'))) ?? '',
  );
}

test('what a cache holds comes back as it was, whatever its texts and names', () => {
  const folder = temporaryFolder();
  const odd: SourceFile = { id: 'c'.repeat(40), path: 'rules/a\tb\n"ü𝐚".yml', size: 1 };
  const finding = { rule: 'x', severity: 'note' as const, message: 'tab\t, line\n, “ü𝐚”, \ud800', hint: '' };
  run(folder, (cache) => {
    cache.keepContent(odd, { ...content, findings: [finding] });
    cache.keepRange(odd, { ordinal: 0, pointer: ['ü\n'] }, null);
  });
  expect(
    run(folder, (cache) => [
      cache.content(odd)?.findings,
      cache.range(odd, { ordinal: 0, pointer: ['ü\n'] }),
    ]),
  ).toEqual([[finding], null]);
});

test('a cache file that is damaged, cut off or of another make is a miss', () => {
  for (const kind of ['.txt', '-ranges.txt']) {
    const folder = filled();
    const path = cacheFile(folder, kind);
    const whole = readFileSync(path);
    const damaged = Array.from({ length: 40 }, (_, index) => {
      const bytes = Buffer.from(whole);
      const place = Math.floor((index / 40) * bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      return bytes;
    });
    const foreign = ['', '\n', '{}', '{"version":"1"}', `${whole.toString().split('\n')[0]}\n"key"`];
    const cut = [whole.subarray(0, -1), Buffer.concat([whole, whole])];
    const found = (): unknown => {
      const cache = openContentCache(folder, spec, '1');
      return kind === '.txt' ? cache.content(file('a')) : cache.range(file('a'), at);
    };
    for (const bytes of [...damaged, ...cut, ...foreign.map((text) => Buffer.from(text))]) {
      writeFileSync(path, bytes);
      expect(found()).toBeUndefined();
    }
    writeFileSync(path, whole);
    expect(found()).toBeDefined();
  }
});

test('the cache of a source that nobody reads any more goes after a month, one in use stays', () => {
  const folder = filled();
  const [old, older] = ['gone-a.txt', 'gone-b.json'].map((name) => join(folder, 'content', name)) as [
    string,
    string,
  ];
  const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);
  for (const path of [old, older]) writeFileSync(path, 'x');
  utimesSync(old, daysAgo(29), daysAgo(29));
  utimesSync(older, daysAgo(31), daysAgo(31));
  run(folder, (cache) => {
    cache.keepContent(file('c'), content);
  });
  expect(readdirSync(join(folder, 'content'))).toContain('gone-a.txt');
  expect(readdirSync(join(folder, 'content'))).not.toContain('gone-b.json');
});

test('a run that changes nothing marks the cache as used', () => {
  const folder = filled();
  const path = cacheFile(folder);
  utimesSync(path, new Date(0), new Date(0));
  run(folder, (cache) => [cache.content(file('a')), cache.content(file('b'))]);
  expect(statSync(path).mtimeMs).toBeGreaterThan(0);
});

test('contents that were saved early are there, and so is what came after them', () => {
  const folder = filled();
  run(folder, (cache) => {
    cache.content(file('a'));
    cache.keepContent(file('c'), content, JSON.stringify(content));
    cache.saveContents();
    cache.keepRange(file('c'), at, range);
    cache.keepContent(file('d'), content);
  });
  const found = run(folder, (cache) => [
    ...['a', 'b', 'c', 'd'].map((id) => cache.content(file(id))),
    ...['a', 'b', 'c'].map((id) => cache.range(file(id), at)),
  ]);
  expect(found).toEqual([content, undefined, content, content, range, undefined, range]);
});

test.each([0, 299, 300, 301, 1000])('%i files are kept as they are', (count) => {
  const folder = temporaryFolder();
  const files = Array.from({ length: count }, (_, index): SourceFile => ({
    ...file('a'),
    path: `${index}.yml`,
  }));
  run(folder, (cache) => {
    for (const one of files) cache.keepContent(one, { ...content, format: one.path });
  });
  const found = run(folder, (cache) => files.map((one) => cache.content(one)?.format));
  expect(found).toEqual(files.map(({ path }) => path));
});
