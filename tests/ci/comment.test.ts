import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pullRequestOf } from '../../src/ci/pull-request.ts';
import { COMMENT_MARKER } from '../../src/review/comment.ts';
import { runCli, type CliResult } from '../cli/run-cli.ts';
import { HEAD, pullRequestEvent, PUSH_EVENT } from './events.ts';
import { standInGh, type GhAnswers, type GhCall } from './stand-in-gh.ts';

const BODY = `${COMMENT_MARKER}\n\n## Coverage review: 1 technique lost\n`;
const BOT = { login: 'github-actions[bot]', type: 'Bot' };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coverbook-ci-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function comment(
  event: object,
  answers: Partial<GhAnswers> = {},
  { body = BODY, args = [] }: { body?: string; args?: string[] } = {},
): Promise<CliResult & { calls: GhCall[] }> {
  const { path, calls } = standInGh(folder, { head: HEAD, ...answers });
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
  writeFileSync(join(folder, 'review.md'), body);
  const result = await runCli(folder, ['comment', '--body', 'review.md', ...args], {
    PATH: path,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
  });
  return { ...result, calls: calls() };
}

const written = (calls: GhCall[]): GhCall[] => calls.filter(({ args }) => args.includes('--method'));

describe('the comment on a pull request', () => {
  test('is written when there is none', async () => {
    const { code, stdout, stderr, calls } = await comment(pullRequestEvent());
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: 'The review is written as a comment.\n',
    });
    expect(calls.map(({ args }) => args.filter((arg) => arg.includes('/')))).toEqual([
      ['repos/soc/rules/pulls/7'],
      ['repos/soc/rules/issues/7/comments?per_page=100'],
      ['repos/soc/rules/issues/7/comments'],
    ]);
    expect(written(calls)).toEqual([
      {
        args: ['api', '--method', 'POST', 'repos/soc/rules/issues/7/comments', '--input', '-'],
        input: JSON.stringify({ body: BODY }),
      },
    ]);
  });

  test('is changed in its place, on whatever page it is', async () => {
    const comments = [
      { id: 1, body: 'Looks good', user: { login: 'octocat', type: 'User' } },
      { id: 2, body: null, user: null },
      { id: 3, body: `${COMMENT_MARKER}\n\nof an earlier commit`, user: BOT },
      { id: 4, body: `${COMMENT_MARKER}\n\nwritten twice`, user: BOT },
    ];
    const { stderr, calls } = await comment(pullRequestEvent(), { comments });
    expect(stderr).toBe('The comment is brought up to date.\n');
    expect(written(calls).map(({ args }) => args)).toEqual([
      ['api', '--method', 'PATCH', 'repos/soc/rules/issues/comments/3', '--input', '-'],
    ]);
  });

  test('is left alone when it says the same, with other line ends', async () => {
    const body = BODY.replaceAll('\n', '\r\n').trimEnd();
    const { stderr, calls } = await comment(pullRequestEvent(), { comments: [{ id: 3, body, user: BOT }] });
    expect(stderr).toBe('The comment says the same already.\n');
    expect(written(calls)).toEqual([]);
  });

  test('is never one of somebody else, who may write the marker too', async () => {
    const user = { login: 'octocat', type: 'User' };
    const { calls } = await comment(pullRequestEvent(), { comments: [{ id: 3, body: BODY, user }] });
    expect(written(calls).map(({ args }) => args[2])).toEqual(['POST']);
    const own = await comment(
      pullRequestEvent(),
      { comments: [{ id: 3, body: `${BODY}old`, user }] },
      { args: ['--author', 'octocat'] },
    );
    expect(written(own.calls).map(({ args }) => args[2])).toEqual(['PATCH']);
  });

  test('is not written when the pull request has a newer commit', async () => {
    const { code, stderr, calls } = await comment(pullRequestEvent(), { head: 'c'.repeat(40) });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'The pull request has a newer commit; its own job will comment.\n',
    });
    expect(written(calls)).toEqual([]);
  });
});

describe('where a job may not write', () => {
  test.each([
    ['a fork', 'somebody/rules'],
    ['a fork that is gone', null],
  ])('%s gets a notice, and the job goes on', async (_, from) => {
    const { code, stdout, calls } = await comment(pullRequestEvent(from));
    expect({ code, calls }).toEqual({ code: 0, calls: [] });
    expect(stdout).toBe(
      '::notice title=Coverbook::No comment is written. A pull request from a fork gets a token that may only read. The review stands in the summary of the job.\n',
    );
  });

  test('a token without the permission gets one too, whatever GitHub says', async () => {
    const stderr = 'gh: Resource not accessible by integration (HTTP 403)\n::error::owned\n';
    const { code, stdout } = await comment(pullRequestEvent(), { fails: { when: 'write', stderr } });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^::notice title=Coverbook::No comment is written\. GitHub refuses it: .*%0A::error/,
    );
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  test('any other refusal ends the job', async () => {
    const stderr = 'gh: Server Error (HTTP 502)\n';
    const { code, stderr: said } = await comment(pullRequestEvent(), { fails: { when: 'read', stderr } });
    expect(code).toBe(3);
    expect(said).toBe(
      'coverbook: GitHub’s gh could not do it: gh: Server Error (HTTP 502)\n  Run the job again; an older gh may have to be updated (2.48 or newer).\n',
    );
  });
});

describe('in a second job, which names the pull request', () => {
  const args = ['--repository', 'soc/rules', '--pull-request', '7', '--head', HEAD];

  test('it is written for a fork as well', async () => {
    const { stderr, calls } = await comment(
      { action: 'completed', workflow_run: { event: 'pull_request', head_sha: HEAD } },
      {},
      { args },
    );
    expect(stderr).toBe('The review is written as a comment.\n');
    expect(written(calls)).toHaveLength(1);
  });

  test.each([
    ['--repository', '../../user', 'Expected owner/name.'],
    ['--pull-request', '7; id', 'Expected a number.'],
    ['--pull-request', '0', 'Expected a number.'],
    ['--head', 'main', 'Expected the full id of a commit.'],
  ])('%s %j is refused', async (option, value, said) => {
    const { code, stderr, calls } = await comment(PUSH_EVENT, {}, { args: [option, value] });
    expect({ code, calls }).toEqual({ code: 2, calls: [] });
    expect(stderr).toContain(said);
  });
});

test.each([
  ['a push', PUSH_EVENT, BODY, /does not run for a pull request/],
  ['a body that is no review', pullRequestEvent(), 'Hello', /is no review in Markdown/],
  ['a body GitHub would refuse', pullRequestEvent(), BODY + 'x'.repeat(65_536), /a comment takes 65536/],
])('%s is wrong usage', async (_, event, body, said) => {
  const { code, stderr, calls } = await comment(event, {}, { body });
  expect({ code, calls }).toEqual({ code: 2, calls: [] });
  expect(stderr).toMatch(said);
});

test('a machine without gh is told where to get it', async () => {
  writeFileSync(join(folder, 'event.json'), JSON.stringify(pullRequestEvent()));
  writeFileSync(join(folder, 'review.md'), BODY);
  const { code, stderr } = await runCli(folder, ['comment', '--body', 'review.md'], {
    PATH: folder,
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
  });
  expect(code).toBe(3);
  expect(stderr).toContain('https://cli.github.com');
});

test('an event is read only in GitHub’s own shape', () => {
  expect(pullRequestOf(pullRequestEvent())).toEqual({
    repository: 'soc/rules',
    number: 7,
    head: HEAD,
    isFork: false,
  });
  for (const event of [undefined, null, 'text', PUSH_EVENT, { pull_request: { number: 'seven' } }])
    expect(pullRequestOf(event)).toBeUndefined();
});
