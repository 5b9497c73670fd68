import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { x } from 'tinyexec';
import { expect, test } from 'vitest';
import { sigmaRule } from '../cli/team.ts';
import { makeRepository, temporaryFolder, type TestRepository } from '../git-repository.ts';

// The smallest domain: its site is built in seconds.
const CONFIG = `title: Team
now: '2026-11-20'
attack: { domains: [ics] }
sources: [{ name: team, path: rules }]
`;

interface Job {
  code: number | undefined;
  stdout: string;
  stderr: string;
  /** Text of a file of the job; empty when there is none. */
  text: (name: 'output' | 'summary' | `folder/${string}`) => string;
  has: (path: string) => boolean;
}

/** Runs a script of the action as GitHub's runner does: by its environment alone. */
async function job(
  script: 'review' | 'site',
  { folder }: TestRepository,
  env: Record<string, string>,
): Promise<Job> {
  const place = temporaryFolder();
  mkdirSync(join(place, 'folder'));
  writeFileSync(join(place, 'output'), '');
  writeFileSync(join(place, 'summary'), '');
  const { exitCode, stdout, stderr } = await x('bash', [resolve(`src/ci/${script}.sh`)], {
    nodeOptions: {
      cwd: folder,
      env: {
        PATH: `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`,
        COVERBOOK_CACHE: join(place, 'cache'),
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: resolve('.'),
        GITHUB_OUTPUT: join(place, 'output'),
        GITHUB_STEP_SUMMARY: join(place, 'summary'),
        FOLDER: join(place, 'folder'),
        CONFIG: 'coverbook.yaml',
        ...env,
      },
    },
  });
  return {
    code: exitCode,
    stdout,
    stderr,
    text: (name) => (existsSync(join(place, name)) ? readFileSync(join(place, name), 'utf8') : ''),
    has: (path) => existsSync(join(place, 'folder', path)),
  };
}

/** A pull request that takes a rule away, merged as GitHub's runner checks it out. */
function pullRequest(): { repository: TestRepository; base: string } {
  const repository = makeRepository({
    files: {
      'coverbook.yaml': CONFIG,
      'rules/one.yml': sigmaRule('One', ['attack.t0843']),
      'rules/two.yml': sigmaRule('Two ::error::owned', ['attack.t0885']),
    },
  });
  repository.git('checkout', '-q', '-b', 'feature');
  repository.commit({ 'rules/two.yml': null });
  repository.git('checkout', '-q', 'main');
  const base = repository.commit({ 'README.md': 'Meanwhile, on main.\n' });
  repository.git('checkout', '-q', '--detach');
  repository.git('merge', '-q', '--no-ff', '-m', 'Merge', 'feature');
  // The main branch went on after GitHub made the merge: the job fetches it, and it is no part of this change.
  const later = repository.git('commit-tree', '-p', base, '-m', 'Later', `${base}~1^{tree}`).trim();
  repository.git('update-ref', 'refs/remotes/origin/main', later);
  return { repository, base };
}

test('a pull request is reviewed: files, annotations, a summary, and an output for the gate', async () => {
  const { repository, base } = pullRequest();
  const done = await job('review', repository, {
    GITHUB_BASE_REF: 'main',
    NUMBER: '7',
    FAIL_ON: 'error coverage-loss',
  });
  expect({ code: done.code, stderr: done.stderr }).toEqual({ code: 0, stderr: '' });
  expect(done.text('output')).toBe('passed=false\n');
  expect(done.text('summary')).toBe(done.text('folder/review.md'));
  expect(done.text('summary')).toContain('## Coverage review: 1 technique lost');
  expect(done.text('summary')).not.toContain('README');
  expect(done.text('folder/pull-request')).toBe('7\n');
  expect(JSON.parse(done.text('folder/review.json'))).toMatchObject({
    schemaVersion: 1,
    base: { commit: base },
  });
  expect(JSON.parse(done.text('folder/review.sarif'))).toMatchObject({ version: '2.1.0' });
  expect(JSON.parse(done.text('folder/review-layer.json'))).toMatchObject({ domain: 'ics-attack' });
  expect(done.text('folder/review.html')).toMatch(/^<!doctype html>/i);
  expect(done.text('folder/review/index.html')).toContain('1 technique lost');
  const [verdict, ...annotations] = done.stdout.trimEnd().split('\n');
  expect(verdict).toBe('1 technique lost · 1 rule removed');
  expect(annotations.length).toBeGreaterThan(0);
  expect(annotations.filter((line) => !/^::(?:error|warning|notice) (?:file|title)=/.test(line))).toEqual([]);
});

test('a gate that is not reached is passed', async () => {
  const { repository } = pullRequest();
  const done = await job('review', repository, { GITHUB_BASE_REF: 'main', NUMBER: '7', FAIL_ON: 'error' });
  expect({ code: done.code, output: done.text('output') }).toEqual({ code: 0, output: 'passed=true\n' });
});

test.each([
  ['a gate that does not exist', { FAIL_ON: '$(touch owned) *' }, 2, /Expected one of/],
  ['a config that is not there', { CONFIG: 'no; touch owned' }, 2, /no; touch owned/],
  ['a base that is not there', { GITHUB_BASE_REF: '$(touch owned)' }, 3, /touch owned/],
])('%s ends the step, and nothing of it is run', async (_, env, code, said) => {
  const { repository } = pullRequest();
  const done = await job('review', repository, {
    GITHUB_BASE_REF: 'main',
    NUMBER: '7',
    FAIL_ON: 'error',
    ...env,
  });
  expect(done.code).toBe(code);
  expect(done.stderr).toMatch(said);
  expect(done.text('output')).toBe('');
  expect(existsSync(join(repository.folder, 'owned'))).toBe(false);
});

test('the site of a pull request is a preview of its branch, whatever the branch is called', async () => {
  const { repository } = pullRequest();
  const done = await job('site', repository, { PREVIEW: 'x";touch owned;#$(touch owned)`touch owned`' });
  expect({ code: done.code, stdout: done.stdout, stderr: done.stderr }).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect(done.text('folder/site/index.html')).toContain(
    'x&quot;;touch owned;#$(touch owned)`touch owned`</code>',
  );
  expect(existsSync(join(repository.folder, 'owned'))).toBe(false);
});

test.each([
  ['src/init/templates/github.yml', 'coverbook', 'coverbook-site'],
  ['src/init/templates/gitlab.yml', 'coverbook review', 'coverbook-review'],
])('the commands of %s review and build what they say', async (template, name, out) => {
  const { repository, base } = pullRequest();
  const env = template.endsWith('github.yml')
    ? { GITHUB_BASE_REF: 'main' }
    : { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_COMMIT_REF_NAME: 'feature' };
  const bin = temporaryFolder();
  // In a team's repository npx finds the installed package; here it is this checkout.
  const npx = `#!/usr/bin/env bash\n[ "$1 $2" = '--no coverbook' ] && shift 2 && exec node '${resolve('scripts/coverbook.mjs')}' "$@"\n`;
  writeFileSync(join(bin, 'npx'), npx);
  chmodSync(join(bin, 'npx'), 0o755);
  const scripts = scriptsOf(template, name).filter((run) => /coverbook (?:review|build)/.test(run));
  const codes: (number | undefined)[] = [];
  for (const script of scripts) {
    const { exitCode } = await x('bash', ['-e', '-c', script], {
      nodeOptions: {
        cwd: repository.folder,
        env: {
          PATH: `${bin}:${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`,
          COVERBOOK_CACHE: join(bin, 'cache'),
          NUMBER: '7',
          BRANCH: 'feature',
          ...env,
        },
      },
    });
    codes.push(exitCode);
  }
  const read = (path: string): string => readFileSync(join(repository.folder, path), 'utf8');
  // The gate: a technique is lost.
  expect(codes.filter((code) => code !== 0)).toEqual([1]);
  expect(read(`${out}/review.md`)).toContain('## Coverage review: 1 technique lost');
  expect(read(`${out}/review/index.html`)).toContain('1 technique lost');
  expect(read(`${out}/review.html`)).toMatch(/^<!doctype html>/i);
  expect(JSON.parse(read(`${out}/review-layer.json`))).toMatchObject({ domain: 'ics-attack' });
  expect(read(`${out}/site/index.html`)).toContain('<strong>Preview</strong> of <code>feature</code>');
});

/** What a job's steps run, in their order. */
function scriptsOf(template: string, job: string): string[] {
  const file = load(readFileSync(template, 'utf8')) as {
    jobs?: Record<string, { steps: { run?: string }[] }>;
  } & Record<string, { script?: string[] }>;
  const steps = file.jobs?.[job]?.steps.flatMap(({ run }) => run ?? []);
  return steps ?? file[job]?.script ?? [];
}
