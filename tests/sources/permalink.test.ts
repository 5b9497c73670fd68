import { expect, test } from 'vitest';
import { permalink, webRepository } from '../../src/sources/permalink.ts';

test.each([
  ['https://github.com/SigmaHQ/sigma.git', 'https://github.com/SigmaHQ/sigma'],
  ['https://github.com/SigmaHQ/sigma/', 'https://github.com/SigmaHQ/sigma'],
  ['https://robot:token@github.com/SigmaHQ/sigma.git', 'https://github.com/SigmaHQ/sigma'],
  ['git@github.com:SigmaHQ/sigma.git', 'https://github.com/SigmaHQ/sigma'],
  ['ssh://git@ssh.github.com:443/SigmaHQ/sigma.git', 'https://github.com/SigmaHQ/sigma'],
  ['git://github.com/SigmaHQ/sigma', 'https://github.com/SigmaHQ/sigma'],
  ['ssh://git@GitHub.Example.org:2222/soc/rules.git', 'https://github.example.org/soc/rules'],
  ['https://gitlab.example.org:8443/a/b/c/rules.git', 'https://gitlab.example.org:8443/a/b/c/rules'],
  ['http://gitea.lan/soc/rules', 'http://gitea.lan/soc/rules'],
  ['git@codeberg.org:soc/rules.git', 'https://codeberg.org/soc/rules'],
  ['git@bitbucket.org:soc/rules.git', 'https://bitbucket.org/soc/rules'],
  [
    'https://bitbucket.example.org/scm/soc/rules.git',
    'https://bitbucket.example.org/projects/soc/repos/rules',
  ],
  [
    'ssh://git@bitbucket.example.org:7999/~ann/rules.git',
    'https://bitbucket.example.org/users/ann/repos/rules',
  ],
])('the remote %s is seen at %s', (remote, url) => {
  expect(webRepository(remote)?.url).toBe(url);
});

test.each([
  ['a path', '/srv/git/github.com/rules.git'],
  ['a relative path', '../github.com/rules'],
  ['a file URL', 'file:///srv/github.com/a/rules.git'],
  ['a Windows path', String.raw`C:\git\github.com\rules`],
  ['a host of unknown software', 'https://git.example.org/soc/rules.git'],
  ['an own scheme', 'javascript://github.com/%0aalert(1)/x'],
  ['a path that climbs', 'https://github.com/a/%2e%2e/%2e%2e/b'],
  ['a repository without an owner', 'https://github.com/rules'],
  ['broken escapes', 'https://github.com/a/%ff'],
  ['nothing', ''],
])('there is no link for %s', (_what, remote) => {
  expect(webRepository(remote)).toBeUndefined();
});

const COMMIT = 'c86c4350237d465c46d0e9c1e0752dda540d1931';

function linkAt(remote: string, path: string, lines?: { from: number; to: number }): string {
  return permalink(webRepository(remote)!, COMMIT, path, lines);
}

test('lines are marked the way of each host', () => {
  const remotes = [
    'https://github.com/a/b',
    'https://gitlab.com/a/b',
    'https://codeberg.org/a/b',
    'https://bitbucket.org/a/b',
    'https://bitbucket.example.org/scm/a/b',
  ];
  expect(
    remotes.map((remote) => [
      linkAt(remote, 'rules/x.yml'),
      linkAt(remote, 'rules/x.yml', { from: 3, to: 7 }),
      linkAt(remote, 'hunts/x.md', { from: 3, to: 3 }),
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "https://github.com/a/b/blob/c86c4350237d465c46d0e9c1e0752dda540d1931/rules/x.yml",
        "https://github.com/a/b/blob/c86c4350237d465c46d0e9c1e0752dda540d1931/rules/x.yml#L3-L7",
        "https://github.com/a/b/blob/c86c4350237d465c46d0e9c1e0752dda540d1931/hunts/x.md?plain=1#L3",
      ],
      [
        "https://gitlab.com/a/b/-/blob/c86c4350237d465c46d0e9c1e0752dda540d1931/rules/x.yml",
        "https://gitlab.com/a/b/-/blob/c86c4350237d465c46d0e9c1e0752dda540d1931/rules/x.yml#L3-7",
        "https://gitlab.com/a/b/-/blob/c86c4350237d465c46d0e9c1e0752dda540d1931/hunts/x.md?plain=1#L3",
      ],
      [
        "https://codeberg.org/a/b/src/commit/c86c4350237d465c46d0e9c1e0752dda540d1931/rules/x.yml",
        "https://codeberg.org/a/b/src/commit/c86c4350237d465c46d0e9c1e0752dda540d1931/rules/x.yml#L3-L7",
        "https://codeberg.org/a/b/src/commit/c86c4350237d465c46d0e9c1e0752dda540d1931/hunts/x.md?display=source#L3",
      ],
      [
        "https://bitbucket.org/a/b/src/c86c4350237d465c46d0e9c1e0752dda540d1931/rules/x.yml",
        "https://bitbucket.org/a/b/src/c86c4350237d465c46d0e9c1e0752dda540d1931/rules/x.yml#lines-3:7",
        "https://bitbucket.org/a/b/src/c86c4350237d465c46d0e9c1e0752dda540d1931/hunts/x.md#lines-3:3",
      ],
      [
        "https://bitbucket.example.org/projects/a/repos/b/browse/rules/x.yml?at=c86c4350237d465c46d0e9c1e0752dda540d1931",
        "https://bitbucket.example.org/projects/a/repos/b/browse/rules/x.yml?at=c86c4350237d465c46d0e9c1e0752dda540d1931#3-7",
        "https://bitbucket.example.org/projects/a/repos/b/browse/hunts/x.md?at=c86c4350237d465c46d0e9c1e0752dda540d1931#3-3",
      ],
    ]
  `);
});

test('every part of a path is encoded, and a lone surrogate breaks nothing', () => {
  expect(linkAt('https://github.com/a/b', 'x y/[1]#2?3%4/ü+"\ud800.yml')).toBe(
    `https://github.com/a/b/blob/${COMMIT}/x%20y/%5B1%5D%232%3F3%254/%C3%BC%2B%22%EF%BF%BD.yml`,
  );
});
