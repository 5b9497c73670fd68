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
