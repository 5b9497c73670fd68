import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

const WORKFLOWS = [
  ...readdirSync('.github/workflows').map((name) => `.github/workflows/${name}`),
  'src/init/templates/github.yml',
  'src/init/templates/github-comment-on-forks.yml',
];

interface Step {
  uses?: string;
  run?: string;
}

interface Workflow {
  permissions?: unknown;
  on: Record<string, unknown>;
  jobs: Record<string, { permissions?: object; steps: Step[] }>;
}

const text = (path: string): string => readFileSync(path, 'utf8');

function errorsOf(path: string): string[] {
  const parse = path === 'action.yml' ? parseAction : parseWorkflow;
  const { context } = parse({ name: path, content: text(path) }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

test('the parser finds what is wrong', () => {
  const content = 'on: push\njobs: { one: { runs-on: x, steps: [{ uses: a/b@c, shel: bash }] } }\n';
  const { context } = parseWorkflow({ name: 'wrong.yml', content }, new NoOperationTraceWriter());
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([
    expect.stringContaining('shel') as string,
  ]);
});

describe.each(['action.yml', ...WORKFLOWS])('%s', (path) => {
  test('is what GitHub reads', () => {
    expect(errorsOf(path)).toEqual([]);
  });

  test('puts no expression into a script', () => {
    expect(stepsOf(path).filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('pins every action to a commit, and says its version', () => {
    const used = stepsOf(path).flatMap(({ uses }) => (uses === undefined || uses === './' ? [] : [uses]));
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) {
      expect(action).toMatch(/@[0-9a-f]{40}$/);
      expect(text(path)).toMatch(new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+\\n`));
    }
  });
});

describe.each(WORKFLOWS)('%s', (path) => {
  const workflow = load(text(path)) as Workflow;

  test('has no permission but those its jobs state', () => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions } of Object.values(workflow.jobs)) expect(permissions).toBeDefined();
  });

  test('never runs a pull request with the permissions of the main branch', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    if ('workflow_run' in workflow.on) expect(text(path)).not.toMatch(/ref: |head_branch|refs\/pull/);
  });
});

test('the job on GitLab is read as YAML, with the report GitLab looks for', () => {
  const jobs = load(text('src/init/templates/gitlab.yml')) as Record<string, { artifacts?: object }>;
  for (const name of ['coverbook review', 'pages'])
    expect(jobs[name]).toMatchObject({
      extends: '.coverbook',
      artifacts: { reports: { codequality: 'gl-code-quality-report.json' } },
    });
});

function stepsOf(path: string): Step[] {
  const { runs, jobs } = load(text(path)) as Partial<Workflow> & { runs?: { steps: Step[] } };
  return runs ? runs.steps : Object.values(jobs ?? {}).flatMap(({ steps }) => steps);
}
