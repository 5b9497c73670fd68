import { globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { makeRepository, temporaryFolder, type TestRepository } from '../git-repository.ts';
import { runCli, type CliResult } from './run-cli.ts';
import { sigmaRule, TEAM_FILES } from './team.ts';

const CONTENT = {
  'rules/windows/one.yml': sigmaRule('One', ['attack.execution', 'attack.t1059.001']),
  'tests/sample.yml': sigmaRule('Sample', ['attack.t1003.001']),
  'vendor/theirs.yml': sigmaRule('Theirs', ['attack.t1003.001']),
  'threats/retail.yaml': 'title: Retail\nactors: [{ actor: G0016, weight: 1 }]\n',
  'README.md': '# Rules\n',
};

const SCHEMAS = ['coverbook', 'decisions', 'exercise', 'playbook', 'threat-profile', 'visibility'].map(
  (name) => `.vscode/coverbook/${name}.schema.json`,
);

function coverbook({ folder }: { folder: string }, ...args: string[]): Promise<CliResult> {
  const cache = temporaryFolder();
  return runCli(folder, args, { COVERBOOK_CACHE: cache, COVERBOOK_DATA: cache });
}

function read({ folder }: TestRepository, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

test('a repository of rules gets a config for what is in it, a hunt, a job and schemas; it lints and explains', async () => {
  const team = makeRepository({ files: CONTENT, remote: 'git@github.com:example/rules.git' });
  const { code, stdout } = await coverbook(team, 'init');
  expect(code).toBe(0);
  const [playbook = ''] = globSync('playbooks/*.md', { cwd: team.folder });
  expect(stdout.trim().split('\n')).toEqual([
    'coverbook.yaml',
    playbook,
    '.github/workflows/coverbook.yml',
    '.vscode/settings.json',
    ...SCHEMAS,
  ]);
  expect(load(read(team, 'coverbook.yaml'))).toMatchObject({
    attack: { domains: ['enterprise'] },
    sources: [
      {
        name: 'team',
        path: '.',
        role: 'deployed',
        include: ['rules/**', 'threats/**', 'playbooks/**', 'exercises/**'],
      },
      { name: 'vendor', path: 'vendor', role: 'library' },
    ],
    threats: ['threats/*.yaml'],
  });
  expect(read(team, playbook)).toMatch(/^---\ntitle: .+\n[^]*actors: \[G0016\]\n[^]*status: draft\n/);
  const linted = await coverbook(team, 'lint', '--fail-on', 'warning');
  expect(linted).toMatchObject({ code: 0 });
  const explained = await coverbook(team, 'explain', 'T1059.001', '--json');
  expect(JSON.parse(explained.stdout)).toMatchObject({ level: 'claimed' });
  // Neither a sample nor a library claims anything.
  const sampled = await coverbook(team, 'explain', 'T1003.001', '--json');
  expect(JSON.parse(sampled.stdout)).toMatchObject({ level: 'none' });
});

test('it tells what it found and how it takes it', async () => {
  const team = makeRepository({ files: CONTENT });
  const { stderr } = await coverbook(team, 'init');
  expect(stderr).toMatchInlineSnapshot(`
    "rules/: 1 detection (sigma); taken as the team’s own
    tests/: 1 detection (sigma); left out as samples or tests by its name
    threats/: other content (coverbook-threats); taken as the team’s own
    vendor/: 1 detection (sigma); a library by its name, never counts

    Next: \`coverbook lint\`, then \`coverbook build\` and \`coverbook preview\`.
    The CI job runs Coverbook as package.json has it, and it is not in there:
      \`npm install --save-dev\` the package, and commit package.json and package-lock.json.
    "
  `);
});

test('an empty folder outside Git gets the same, and lints', async () => {
  const folder = temporaryFolder();
  const { code, stdout } = await coverbook({ folder }, 'init', '--quiet');
  expect(code).toBe(0);
  expect(stdout).toContain('.github/workflows/coverbook.yml\n');
  expect(
    (load(readFileSync(join(folder, 'coverbook.yaml'), 'utf8')) as { sources: unknown }).sources,
  ).toEqual([
    { name: 'team', path: '.', role: 'deployed', include: ['detections/**', 'playbooks/**', 'exercises/**'] },
  ]);
  expect(await coverbook({ folder }, 'lint')).toMatchObject({ code: 0 });
});

test('nothing that is there is changed: it says what would have been written', async () => {
  const mine = { 'coverbook.yaml': TEAM_FILES['coverbook.yaml'] ?? '', '.vscode/settings.json': '{}\n' };
  const team = makeRepository({ files: { ...TEAM_FILES, ...mine } });
  const { code, stdout, stderr } = await coverbook(team, 'init', '--ci', 'none');
  expect(code).toBe(0);
  for (const [path, text] of Object.entries(mine)) expect(read(team, path)).toBe(text);
  expect(stdout.trim().split('\n')).toEqual(SCHEMAS);
  expect(stderr).toContain('coverbook.yaml is there already, and was left alone. Add what it lacks of:');
  expect(stderr).toContain('    "./.vscode/coverbook/coverbook.schema.json": "coverbook.yaml",');
  const again = await coverbook(team, 'init', '--ci', 'none');
  expect(again.stdout).toBe('');
  expect(again.stderr).toContain(`${SCHEMAS[0] ?? ''} is there already, and just so.`);
});

test('a link is never written through, wherever it leads', async () => {
  const team = makeRepository({ files: CONTENT });
  const elsewhere = join(temporaryFolder(), 'settings.json');
  mkdirSync(join(team.folder, '.vscode'));
  symlinkSync(elsewhere, join(team.folder, '.vscode/settings.json'));
  const { code } = await coverbook(team, 'init', '--quiet');
  expect(code).toBe(0);
  expect(() => readFileSync(elsewhere)).toThrow(/ENOENT/);
});

test.each([
  ['a remote on GitLab', { remote: 'https://gitlab.example.org/soc/rules.git' }, [], '.gitlab-ci.yml'],
  ['a remote on GitHub', { remote: 'https://github.com/soc/rules' }, [], '.github/workflows/coverbook.yml'],
  ['no remote', {}, [], '.github/workflows/coverbook.yml'],
  ['GitLab by request', {}, ['--ci', 'gitlab'], '.gitlab-ci.yml'],
])('%s decides whose job is written', async (_, options, args, path) => {
  const team = makeRepository({ files: CONTENT, ...options });
  const { stdout } = await coverbook(team, 'init', '--quiet', ...args);
  const jobs = stdout.split('\n').filter((line) => line.startsWith('.git'));
  expect(jobs).toEqual([path]);
  const job = JSON.stringify(load(read(team, path)));
  expect(job).toContain('npx --no coverbook lint');
  expect(job).toMatch(/npx --no coverbook build (?:--quiet )?--out /);
  expect(job).toContain('npx --no coverbook review');
});

test('a pipeline of GitLab that is there is left alone', async () => {
  const team = makeRepository({ files: { ...CONTENT, '.gitlab-ci.yml': 'stages: [test]\n' } });
  const { stdout, stderr } = await coverbook(team, 'init');
  expect(read(team, '.gitlab-ci.yml')).toBe('stages: [test]\n');
  expect(stdout).not.toContain('.git');
  expect(stderr).toMatch(/\.gitlab-ci\.yml is there already[^]*GIT_DEPTH: 0/);
});

test('a folder below the top of a repository gets no job, which would not run there', async () => {
  const team = makeRepository({ files: CONTENT });
  const folder = join(team.folder, 'rules');
  const { stdout } = await coverbook({ folder }, 'init', '--quiet');
  expect(stdout).toContain('coverbook.yaml\n');
  expect(stdout).not.toContain('.github');
});

test('a repository that names techniques of ICS gets that domain', async () => {
  const files = { 'rules/plc.yml': sigmaRule('PLC', ['attack.t0836']) };
  const team = makeRepository({ files });
  await coverbook(team, 'init', '--quiet');
  expect(load(read(team, 'coverbook.yaml'))).toMatchObject({ attack: { domains: ['enterprise', 'ics'] } });
});

test('folders with names that mean something in YAML or a glob are read all the same', async () => {
  const files = {
    "rules [it's: #1]/one.yml": sigmaRule('One', ['attack.t1059.001']),
    '@all/two.yml': sigmaRule('Two', ['attack.t1105']),
  };
  const team = makeRepository({ files });
  await coverbook(team, 'init', '--quiet');
  for (const technique of ['T1059.001', 'T1105']) {
    const { stdout } = await coverbook(team, 'explain', technique, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ level: 'claimed' });
  }
});

test('the job is said to need the package where package.json has it not', async () => {
  const team = makeRepository({ files: CONTENT });
  expect((await coverbook(team, 'init')).stderr).toContain('npm install --save-dev');
  writeFileSync(join(team.folder, 'package.json'), '{"devDependencies":{"coverbook":"file:coverbook.tgz"}}');
  expect((await coverbook(team, 'init')).stderr).not.toContain('npm install --save-dev` the package');
});
