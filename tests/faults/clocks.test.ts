import { mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stateOf } from './folder-state.ts';
import { runCli } from '../cli/run-cli.ts';
import { sigmaRule } from '../cli/team.ts';
import { makeRepository, temporaryFolder, type TestRepository } from '../git-repository.ts';

const CONFIG = 'title: Team\nattack: { domains: [ics] }\nsources: [{ name: team, path: content }]\n';
const UNDATED = sigmaRule('Undated', ['attack.t0843']).replace(/^date: .*\n/m, '');
const OF_2099 = sigmaRule('Of 2099', ['attack.t0845']).replace('2026-01-05', '2099-12-31');
const HUNT = `---
title: A hunt of the future
hypothesis: An intruder loads a program into a controller outside of the hours of maintenance.
techniques: [T0843]
status: active
created: 2099-01-01
reviewed: 2099-02-01
cadence: 90d
---

## Hypothesis

As above.
`;
const EXERCISE =
  'title: Next century\ndate: 2099-06-01\nenvironment: production\nresults:\n  - { technique: T0845, outcome: detected }\n';

function teamOf(date: string, files: Record<string, string> = {}): TestRepository {
  const repository = makeRepository();
  repository.commit({ 'coverbook.yaml': CONFIG, 'content/undated.yml': UNDATED, ...files }, date);
  return repository;
}

/** The day a run takes for today, and what it says of coverage, hunts and ages. */
async function readingOf(
  folder: string,
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<{ now: string; text: string }> {
  const out = temporaryFolder();
  const plain = { SOURCE_DATE_EPOCH: '', ...env };
  const layers = ['layers', '--out', out, '--only', 'freshness', '--actor', 'none'];
  const texts: string[] = [];
  for (const command of [
    layers,
    ['export', '--format', 'json', '--out', `${out}/tables`],
    ['backlog', '--json'],
  ]) {
    const { code, stdout, stderr } = await runCli(folder, [...command, ...args], plain);
    expect(code, stderr).toBe(0);
    texts.push(stdout);
  }
  for (const file of stateOf(out).keys()) texts.push(readFileSync(join(out, file), 'utf8'));
  const text = texts.join('\n');
  const days = new Set([...text.matchAll(/"now":\s*"([\d-]+)"/g)].map(([, day]) => day));
  return { now: [...days].join(', '), text };
}

const NO_TIME = /-\d+ days?\b|in -\d|"(?:days|age|overdue)":\s*-|\bNaN\b|Invalid/;

test.each([
  ['1970-01-01', '@1 +0000'],
  ['2100-01-01', '@4102488000 +0000'],
])('today is the day of the newest commit, be it %s, whatever the clock says', async (day, date) => {
  const { folder } = teamOf(date);
  expect((await readingOf(folder)).now).toBe(day);
});

test('the day is that of the commit that is read; where its parent is dated later, no age is negative', async () => {
  const repository = teamOf('2026-05-01T10:00:00Z');
  repository.commit({ 'content/undated.yml': `${UNDATED}# changed\n` }, '2020-01-01T10:00:00Z');
  const { now, text } = await readingOf(repository.folder);
  expect(now).toBe('2020-01-01');
  expect(text).not.toMatch(NO_TIME);
});

test('the time a file was written plays no part', async () => {
  const { folder } = teamOf('2026-05-01T10:00:00Z');
  const before = await readingOf(folder);
  for (const time of [new Date('2199-01-01'), new Date(0)]) {
    utimesSync(join(folder, 'content/undated.yml'), time, time);
    expect(await readingOf(folder)).toEqual(before);
  }
});

test('what is dated in the future is of today: no age is negative, and no proof is older than nothing', async () => {
  const { folder } = teamOf('2026-05-01T10:00:00Z', {
    'content/future.yml': OF_2099,
    'content/playbooks/hunt.md': HUNT,
    'content/exercises/next.yaml': EXERCISE,
  });
  const { now, text } = await readingOf(folder);
  expect(now).toBe('2026-05-01');
  expect(text).not.toMatch(NO_TIME);
});

describe('the day', () => {
  const EPOCH = String(Date.parse('2026-03-04T23:59:59Z') / 1000);

  test('is that of --now, else of the config, else of SOURCE_DATE_EPOCH in UTC, else of the newest commit', async () => {
    const { folder, write } = teamOf('2026-05-01T10:00:00Z');
    const epoch = { SOURCE_DATE_EPOCH: EPOCH, TZ: 'Pacific/Kiritimati' };
    expect((await readingOf(folder)).now).toBe('2026-05-01');
    expect((await readingOf(folder, [], epoch)).now).toBe('2026-03-04');
    write({ 'coverbook.yaml': `${CONFIG}now: '2026-02-02'\n` });
    expect((await readingOf(folder, [], epoch)).now).toBe('2026-02-02');
    expect((await readingOf(folder, ['--now', '2026-01-01'], epoch)).now).toBe('2026-01-01');
  });

  test('of SOURCE_DATE_EPOCH is that of a review, and of a new playbook, as well', async () => {
    const { folder } = teamOf('2026-05-01T10:00:00Z');
    const epoch = { SOURCE_DATE_EPOCH: EPOCH };
    const review = await runCli(folder, ['review', '--base', 'HEAD', '--json'], epoch);
    expect(JSON.parse(review.stdout)).toMatchObject({ now: '2026-03-04' });
    mkdirSync(join(folder, 'new'));
    await runCli(folder, ['new', 'playbook', '--technique', 'T0843', '--into', 'new'], epoch);
    expect(readFileSync(join(folder, 'new/program-download.md'), 'utf8')).toContain("created: '2026-03-04'");
  });

  test.each(['today', '1.5', '-1', ' 1', '1e9', '0x10', '99999999999999'])(
    'is no day where SOURCE_DATE_EPOCH is %j: wrong usage',
    async (value) => {
      const { folder } = teamOf('2026-05-01T10:00:00Z');
      const { code, stdout, stderr } = await runCli(folder, ['layers'], { SOURCE_DATE_EPOCH: value });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(
        `SOURCE_DATE_EPOCH is ${JSON.stringify(value)}, and should be seconds since 1970`,
      );
      expect(stderr).toContain('git log -1 --format=%ct');
    },
  );
});
