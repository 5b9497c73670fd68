import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { VersionImpact } from '../../src/versions/version-impact.ts';
import { runCli, type CliResult } from './run-cli.ts';
import { makeFolder, TEAM_FILES } from './team.ts';

let team: string;
let cache: string;

beforeAll(() => {
  team = makeFolder(TEAM_FILES);
  cache = mkdtempSync(join(tmpdir(), 'coverbook-cache-'));
});
afterAll(() => {
  for (const folder of [team, cache]) rmSync(folder, { recursive: true, force: true });
});

function changes(...args: string[]): Promise<CliResult> {
  return runCli(team, ['attack', 'changes', ...args], { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache });
}

test('compares the newest two versions, whatever the config builds on', async () => {
  const { code, stdout, stderr } = await changes('--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const impact = JSON.parse(stdout) as VersionImpact;
  expect([impact.schemaVersion, impact.domain, impact.from, impact.to]).toEqual([
    1,
    'enterprise',
    '18.1',
    '19.1',
  ]);
  expect(impact.revoked).toMatchObject([
    {
      id: 'T1562.001',
      by: { id: 'T1685' },
      items: [{ key: 'team/revoked', path: 'detections/revoked.yml' }],
    },
  ]);
});

test('names files as a terminal can open them', async () => {
  const { stdout } = await changes('--from', '18.1', '--to', '19.1', '--domain', 'enterprise');
  expect(stdout).toMatch(/^What ATT&CK Enterprise 19\.1 changes from 18\.1\n/);
  expect(stdout).toContain('    1 item: content/detections/revoked.yml\n');
});

test('writes Markdown', async () => {
  const { stdout } = await changes('--format', 'markdown');
  expect(stdout).toMatch(/^# What ATT&amp;CK Enterprise 19\.1 changes from 18\.1\n\n/);
});

test.each<[string, string[], RegExp]>([
  [
    'a version that is not there',
    ['--from', '17.0'],
    /17\.0 is not there\. There are: 19\.1, 18\.1\.\n {2}Import it/,
  ],
  ['one version twice', ['--from', '19.1', '--to', '19.1'], /--from and --to are the same/],
  [
    'a domain with one version',
    ['--domain', 'mobile'],
    /a second version to compare with is not there\. There is: 18\.1/,
  ],
  ['a domain nobody knows', ['--domain', 'cloud'], /enterprise, mobile, ics/],
  ['a format nobody knows', ['--format', 'html'], /text, json, markdown/],
])('%s is wrong usage, and says what there is', async (_what, args, said) => {
  const { code, stdout, stderr } = await changes(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(said);
});

test('only --to leaves the version before it', async () => {
  const { code, stderr } = await changes('--to', '18.1');
  expect(code).toBe(2);
  expect(stderr).toContain('a second version to compare with');
});
