import { expect, test } from 'vitest';
import type { FileContent } from '../../src/readers/reader.ts';
import { openSideCaches } from '../../src/review/sides/caches.ts';
import type { SourceFile, SourceSpec } from '../../src/sources/source.ts';
import { openContentCache } from '../../src/workspace/content-cache.ts';
import { temporaryFolder } from '../git-repository.ts';

const SPEC: SourceSpec = {
  name: 'team',
  role: 'deployed',
  path: '/team',
  include: ['**'],
  exclude: [],
  maxBytes: 1000,
  own: true,
};
const file = (name: string): SourceFile => ({ path: `${name}.yml`, id: name, size: 1 });
const content = (format: string): FileContent => ({
  format,
  detections: [],
  playbooks: [],
  exercises: [],
  threats: [],
  regressions: [],
  atomics: [],
  findings: [],
});

test('what the head holds the base need not read, and what only the base holds is nothing to the head', () => {
  const { head, base } = openSideCaches(undefined, SPEC, '1');
  head.keepContent(file('both'), content('head'));
  base.keepContent(file('gone'), content('base'));
  expect(base.content(file('both'))?.format).toBe('head');
  expect(base.content(file('gone'))?.format).toBe('base');
  expect(head.content(file('gone'))).toBeUndefined();
});

test('a review leaves the cache of other commands with the head alone, and keeps its own for the next', () => {
  const folder = temporaryFolder();
  const first = openSideCaches(folder, SPEC, '1');
  first.head.keepContent(file('both'), content('head'));
  first.base.keepContent(file('gone'), content('base'));
  first.head.save();
  first.base.save();
  const build = openContentCache(folder, SPEC, '1');
  expect(build.content(file('both'))?.format).toBe('head');
  expect(build.content(file('gone'))).toBeUndefined();
  const second = openSideCaches(folder, SPEC, '1');
  expect(second.base.content(file('gone'))?.format).toBe('base');
});
