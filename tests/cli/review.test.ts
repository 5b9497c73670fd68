import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Review } from '../../src/review/review.ts';
import { temporaryFolder } from '../git-repository.ts';
import { scenarioRepository } from '../review/scenario.ts';
import { runCli, type CliResult } from './run-cli.ts';

/** No variable of the CI these tests may run in. */
const NO_CI = {
  GITHUB_BASE_REF: '',
  CI_MERGE_REQUEST_DIFF_BASE_SHA: '',
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: '',
  BITBUCKET_PR_DESTINATION_BRANCH: '',
  SYSTEM_PULLREQUEST_TARGETBRANCH: '',
};

/** `coverbook review` in a scenario's repository, on the branch `change`. */
async function review(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<CliResult> {
  return await runCli(folder, ['review', ...args], {
    ...NO_CI,
    COVERBOOK_CACHE: temporaryFolder(),
    ...env,
  });
}

const reviewIn = ({ stdout }: CliResult): Review => JSON.parse(stdout) as Review;

test('review compares the working tree with where it left the main branch, and says so', async () => {
  const { folder } = scenarioRepository('coverage-lost');
  const result = await review(folder, []);
  expect(result.code).toBe(0);
  expect(result.stderr).toMatch(/^Compared with [0-9a-f]{10}, where the head left main \(default\)\.\n$/);
  expect(result.stdout.split('\n')[0]).toBe(
    '1 technique lost · 1 down to one rule · 2 lowered · 2 rules removed',
  );
  expect(result.stdout).toMatch(/^Head: the working tree \(on [0-9a-f]{7}\)\.$/m);
  const quiet = await review(folder, ['--quiet']);
  expect(quiet.stderr).toBe('');
  expect((await review(folder, ['--base', 'main'])).stderr).toBe('');
});

test('in a pull request the base is what the CI merges into, at the remote before the clone', async () => {
  const { folder, git } = scenarioRepository('coverage-lost');
  const main = git('rev-parse', 'main');
  git('update-ref', 'refs/remotes/origin/trunk', main);
  const github = await review(folder, ['--json'], { GITHUB_BASE_REF: 'trunk' });
  expect(reviewIn(github).base).toMatchObject({
    ref: 'origin/trunk',
    commit: main,
    askedBy: 'GITHUB_BASE_REF',
  });
  expect(github.stderr).toMatch(/origin\/trunk \(GITHUB_BASE_REF\)/);
  const gitlab = await review(folder, ['--json'], { CI_MERGE_REQUEST_DIFF_BASE_SHA: main });
  expect(reviewIn(gitlab).base).toMatchObject({
    ref: main,
    askedBy: 'CI_MERGE_REQUEST_DIFF_BASE_SHA',
  });
  const azure = await review(folder, ['--json'], { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' });
  expect(reviewIn(azure).base).toMatchObject({ ref: 'main', askedBy: 'SYSTEM_PULLREQUEST_TARGETBRANCH' });
  const named = await review(folder, ['--json', '--base', 'HEAD'], { GITHUB_BASE_REF: 'trunk' });
  expect(reviewIn(named)).toMatchObject({ base: { askedBy: '--base' }, verdict: 'Nothing changes' });
});

test('a gate fails on what is new, and only on what it is for', async () => {
  const code = async (scenario: string, ...args: string[]): Promise<number> =>
    (await review(scenarioRepository(scenario).folder, ['--base', 'main', ...args])).code;
  expect(await code('coverage-lost')).toBe(0);
  expect(await code('coverage-lost', '--fail-on', 'coverage-loss')).toBe(1);
  expect(await code('coverage-lost', '--fail-on', 'error', '--fail-on', 'coverage-loss')).toBe(1);
  expect(await code('proof-lost', '--fail-on', 'coverage-loss')).toBe(1);
  expect(await code('coverage-gained', '--fail-on', 'coverage-loss')).toBe(0);
  expect(await code('findings')).toBe(1);
  expect(await code('findings', '--fail-on', 'none')).toBe(0);
  expect(await code('broken-reference')).toBe(0);
  expect(await code('broken-reference', '--fail-on', 'warning')).toBe(1);
  expect(await code('nothing', '--fail-on', 'warning', '--fail-on', 'coverage-loss')).toBe(0);
});

test('what only a new ATT&CK version takes away fails no gate', async () => {
  const { folder, git, commit } = scenarioRepository('attack-version');
  git('checkout', '--quiet', 'main');
  const config = readFileSync(join(folder, 'coverbook.yaml'), 'utf8');
  commit({ 'coverbook.yaml': config.replace('18.1', '19.1') });
  const result = await review(folder, [
    '--base',
    'HEAD~1',
    '--json',
    '--fail-on',
    'warning',
    '--fail-on',
    'coverage-loss',
  ]);
  expect(reviewIn(result).byVersion.map(({ kind, technique }) => [kind, technique])).toContainEqual([
    'lost',
    'T1562.001',
  ]);
  expect(reviewIn(result).lost).toEqual([]);
  expect(result.code).toBe(0);
});

test('several reports of one run go to their files, and the last to standard output', async () => {
  const { folder } = scenarioRepository('re-mapped');
  const args = ['--format', 'json', '--output', 'review.json', '--format', 'text'];
  const { stdout, code } = await review(folder, ['--base', 'main', '--head', 'change', ...args]);
  expect(code).toBe(1);
  const { verdict } = JSON.parse(readFileSync(join(folder, 'review.json'), 'utf8')) as Review;
  expect(stdout.split('\n')[0]).toBe(verdict);
});

test('formats, files and gates that cannot be are refused before anything is read', async () => {
  const { folder } = scenarioRepository('nothing');
  const unknown = await review(folder, ['--format', 'jsn', '--output', 'x.json']);
  expect(unknown).toMatchObject({ code: 2, stdout: '' });
  expect(unknown.stderr).toMatch(/Unknown format `jsn`.*\n.*`json`/);
  const unequal = await review(folder, ['--format', 'json', '--output', 'a', '--output', 'b']);
  expect(unequal).toMatchObject({ code: 2, stdout: '' });
  expect(unequal.stderr).toMatch(/1 × --format and 2 × --output do not match/);
  expect(existsSync(join(folder, 'a'))).toBe(false);
  const gate = await review(folder, ['--fail-on', 'everything']);
  expect(gate.code).toBe(2);
  expect(gate.stderr).toMatch(/error, warning, coverage-loss, none/);
});

test('a ref that is not there ends with exit code 3, the cause and the remedy', async () => {
  const { folder } = scenarioRepository('nothing');
  const { code, stderr } = await review(folder, ['--base', 'mian']);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^coverbook: No branch, tag or commit `mian`.*\n {2}Fetch it/);
});

test('the cache changes nothing but the time: cold, warm and without it a review is the same', async () => {
  const { folder } = scenarioRepository('query');
  const env = { COVERBOOK_CACHE: temporaryFolder() };
  const args = ['--base', 'main', '--json'];
  const cold = await review(folder, args, env);
  expect(await review(folder, args, env)).toEqual(cold);
  expect(await review(folder, [...args, '--no-cache'], env)).toEqual(cold);
});

test('with --site there are pages beside the report, which leads to them where it knows their address', async () => {
  const { folder } = scenarioRepository('coverage-lost');
  const site = join(temporaryFolder(), 'deep', 'site');
  const args = ['--head', 'change', '--site', site, '--format', 'markdown'];
  const { code, stdout } = await review(folder, [...args, '--site-url', 'https://example.org/7']);
  expect(code).toBe(0);
  const links = [...stdout.matchAll(/\[before and after\]\(https:\/\/example\.org\/7\/([^)]+)\)/g)];
  expect(links.length).toBeGreaterThan(0);
  for (const [, path = ''] of links) expect(existsSync(join(site, path))).toBe(true);
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('Before and after');
  expect((await review(folder, args)).stdout).not.toContain('before and after');
});

test('an address of pages needs a folder, and has to be one of the web', async () => {
  const { folder } = scenarioRepository('nothing');
  const alone = await review(folder, ['--site-url', 'https://example.org/']);
  expect(alone.code).toBe(2);
  expect(alone.stderr).toContain('--site');
  const site = join(temporaryFolder(), 'site');
  const odd = await review(folder, ['--site', site, '--site-url', 'javascript:alert(1)']);
  expect(odd.code).toBe(2);
  expect(existsSync(site)).toBe(false);
});
