import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HistoryReport } from '../../src/export/api/history.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';
import { runCli, type CliResult } from './run-cli.ts';
import { sigmaRule } from './team.ts';

/** A team with a rule since January and another since February; the config asks for two points a month apart. */
function team(history = '\nhistory: { points: 2, every: month }'): string {
  const { folder, commit } = makeRepository({
    files: {
      'coverbook.yaml': `title: Team\nsources: [{ name: team, git: . }]${history}\n`,
      'a.yml': sigmaRule('First rule', ['attack.t1113']),
    },
    date: '2026-01-10T12:00:00Z',
  });
  commit({ 'b.yml': sigmaRule('Second rule', ['attack.t1115']) }, '2026-02-10T12:00:00Z');
  commit({ 'readme.txt': 'x' }, '2026-03-10T12:00:00Z');
  return folder;
}

async function run(folder: string, ...args: string[]): Promise<CliResult> {
  return await runCli(folder, args, { COVERBOOK_CACHE: temporaryFolder() });
}

test('history prints the trend, oldest first, and the changes, newest first', async () => {
  const { code, stdout, stderr } = await run(team(), 'history');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout.replace(/of \d+/g, 'of N').replace(/N +\d+/g, 'N M')).toBe(`ATT&CK Enterprise 19.1
  state of     covered  none  hunted  claimed  tested  proven  failed
  2026-01-10  1 of N M       0        1       0       0       0
  2026-02-10  2 of N M       0        2       0       0       0
  2026-03-10  2 of N M       0        2       0       0       0

Changes
  2026-01-10 to 2026-02-10
    1 added: team/b
    1 covered now: T1115 (none → claimed)
`);
});

test('--json prints what api/history.json holds', async () => {
  const folder = team();
  const { stdout } = await run(folder, 'history', '--json');
  const report = JSON.parse(stdout) as HistoryReport;
  expect(report).toMatchObject({ schemaVersion: 1, attack: { enterprise: '19.1' }, notes: [] });
  expect(report.points.map(({ date }) => date)).toEqual(['2026-01-10', '2026-02-10', '2026-03-10']);
  expect(report.points[0]?.domains.enterprise?.techniques).toEqual({ T1113: ['claimed', 30, 1] });

  const out = temporaryFolder();
  await run(folder, 'layers', '--out', out);
  expect(JSON.parse(readFileSync(join(out, 'api/history.json'), 'utf8'))).toEqual(report);
});

test('without a word in the config, layers writes no history and the command looks back a year', async () => {
  const folder = team('');
  const layers = await run(folder, 'layers', '--out', temporaryFolder());
  expect(layers.stdout).not.toContain('api/history.json');
  const { stdout } = await run(folder, 'history');
  expect(stdout).toContain('Note: 10 of 12 earlier points are before any commit, and left out.');
});

test('--points and --every win over the config, --at names the dates themselves', async () => {
  const folder = team();
  const dates = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await run(folder, 'history', '--json', ...args);
    return (JSON.parse(stdout) as HistoryReport).points.map(({ date }) => date);
  };
  expect(await dates('--points', '1', '--every', 'week')).toEqual(['2026-03-03', '2026-03-10']);
  expect(await dates('--at', '2026-02-20', '--at', '2026-01-31')).toEqual([
    '2026-01-31',
    '2026-02-20',
    '2026-03-10',
  ]);
});

test.each([
  [['--points', '0'], 'Expected a number from 1 to 120.'],
  [['--every', 'day'], 'Allowed choices are week, month, quarter, year.'],
  [['--at', 'v1.0'], 'Expected a date such as 2026-11-24.'],
  [['--at', '2026-03-10'], '2026-03-10 is no earlier state: the present is that of 2026-03-10.'],
  [['--at', '2026-01-01', '--points', '2'], 'cannot be used with option'],
])('history %j is wrong usage', async (args, words) => {
  const { code, stderr } = await run(team(), 'history', ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});

test('a source outside Git is told of in a note', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'coverbook.yaml'),
    'title: T\nsources: [{ name: team, path: . }]\nnow: "2026-03-10"\n',
  );
  writeFileSync(join(folder, 'a.yml'), sigmaRule('Rule', ['attack.t1113']));
  const { code, stdout } = await run(folder, 'history');
  expect(code).toBe(0);
  expect(stdout).toContain('Note: The source “team” is not kept in Git');
  expect(stdout).toContain('Changes\n  none between these points\n');
});
