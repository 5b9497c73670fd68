import { expect, test } from 'vitest';
import { webRepository } from '../../src/sources/permalink.ts';
import { commitLink, editLink } from '../../src/sources/web-links.ts';

test.each([
  ['https://github.com/soc/rules', 'https://github.com/soc/rules/commit/abc'],
  ['https://gitlab.example.org/soc/rules', 'https://gitlab.example.org/soc/rules/-/commit/abc'],
  ['https://codeberg.org/soc/rules', 'https://codeberg.org/soc/rules/commit/abc'],
  ['https://bitbucket.org/soc/rules', 'https://bitbucket.org/soc/rules/commits/abc'],
  [
    'https://bitbucket.example.org/scm/soc/rules.git',
    'https://bitbucket.example.org/projects/soc/repos/rules/commits/abc',
  ],
])('a commit of %s is seen at %s', (remote, link) => {
  expect(commitLink(webRepository(remote)!, 'abc')).toBe(link);
});

test.each([
  ['https://github.com/soc/rules', undefined, 'https://github.com/soc/rules/edit/HEAD/a%20b/%23c.yml'],
  ['https://github.com/soc/rules', 'team/main', 'https://github.com/soc/rules/edit/team/main/a%20b/%23c.yml'],
  ['https://github.com/soc/rules', 'refs/heads/x', 'https://github.com/soc/rules/edit/x/a%20b/%23c.yml'],
  ['https://gitlab.com/soc/rules', 'main', 'https://gitlab.com/soc/rules/-/edit/main/a%20b/%23c.yml'],
])('a file of %s on %s is changed at %s', (remote, branch, link) => {
  expect(editLink(webRepository(remote)!, 'a b/#c.yml', branch)).toBe(link);
});

test.each([
  ['https://gitlab.com/soc/rules', undefined],
  ['https://github.com/soc/rules', '1a2b3c4d'],
  ['https://github.com/soc/rules', 'refs/tags/v1'],
  ['https://codeberg.org/soc/rules', 'main'],
])('there is no address to change a file of %s on %s', (remote, branch) => {
  expect(editLink(webRepository(remote)!, 'a.yml', branch)).toBeUndefined();
});
