import { expect, test } from 'vitest';
import { runProcess } from './run-process.ts';
import { ONE_LAYER, smallTeam } from './small-team.ts';

const posix = test.skipIf(process.platform === 'win32');

posix.each([
  ['layers', ['layers', '--actor', 'all']],
  ['a table', ['export', '--format', 'csv', '--what', 'techniques']],
  ['the actors', ['actors', '--json']],
])(
  '%s for a reader that stops after a line: no error, and the run ends as it would have',
  async (_, args) => {
    const through = ['sh', '-c', '{ "$@"; echo "code $?" >&2; } | head -n 1', 'sh'];
    const { stdout, stderr } = await runProcess([...args, '--quiet'], { cwd: smallTeam(), through });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toBe('code 0\n');
  },
);

posix('a gate holds when nobody reads the findings', async () => {
  const team = smallTeam({
    'content/bad.yml': 'title: No Sigma rule\nlogsource: {}\ndetection: {}\ntags: [attack.t9999]\n',
  });
  const through = ['sh', '-c', '{ "$@"; echo "code $?" >&2; } | true', 'sh'];
  const { stderr } = await runProcess(['lint', '--format', 'json', '--quiet'], { cwd: team, through });
  expect(stderr).toBe('code 1\n');
});

posix('closed standard streams are no error', async () => {
  const through = ['sh', '-c', '"$@" >&- 2>&-', 'sh'];
  expect((await runProcess(['layers', ...ONE_LAYER], { cwd: smallTeam(), through })).code).toBe(0);
});
