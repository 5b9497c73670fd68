import { expect, test } from 'vitest';
import { pathFilter } from '../../src/sources/glob.ts';

const PATHS = [
  '.hidden/a.yml',
  'README.md',
  'rules-extra/c.yml',
  'rules/a.yml',
  'rules/deep/b.yaml',
  'rules/deep/b.yml',
  'rules/line\nfeed.yml',
];

function chosen(include: string[], exclude: string[] = []): string[] {
  return PATHS.filter(pathFilter(include, exclude));
}

test.each<[string[], string[], string[]]>([
  [['**'], [], PATHS],
  [[], [], PATHS],
  [['rules/**'], ['**/deep/**'], ['rules/a.yml', 'rules/line\nfeed.yml']],
  [['rules/*.yml'], [], ['rules/a.yml', 'rules/line\nfeed.yml']],
  [['**/*.{yml,yaml}'], ['rules*/**'], ['.hidden/a.yml']],
  [['README.md'], [], ['README.md']],
  [['nothing/**'], [], []],
])('include %j without %j', (include, exclude, expected) => {
  expect(chosen(include, exclude)).toEqual(expected);
});

test.each(['rules', 'rules/', './rules', '/rules/**', './rules/'])(
  '%s means everything in that folder',
  (pattern) => {
    expect(chosen([pattern])).toEqual(PATHS.filter((path) => path.startsWith('rules/')));
  },
);

test.each(['.', './', '/'])('%s means the whole source', (pattern) => {
  expect(chosen([pattern])).toEqual(PATHS);
});

test('an include that starts with an exclamation mark excludes', () => {
  expect(chosen(['rules/**', '!rules/deep'])).toEqual(['rules/a.yml', 'rules/line\nfeed.yml']);
  expect(chosen(['!rules/**', '!README.md'])).toEqual(['.hidden/a.yml', 'rules-extra/c.yml']);
});
